#pragma once
/// The data compiler: the files of a data folder, and those of a user's folder laid over them, → one image.
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/source.h"
#include "rules/compile.h"

namespace incidents {

/// Runs the examples of rules on the finished lexicon and appends those that do not hold. Recognition stands above the
/// compiler, so whoever has it passes it in.
using ExampleCheck =
    std::function<void(const Lexicon& lexicon, std::span<const CompiledExample> examples, Problems& problems)>;

struct Compiled {
  std::vector<std::byte> image;  ///< empty when there are problems
  Problems problems;             ///< in the order of the files
};

/// Compiles `base` with `overlay` laid over it row by row: an overlay's row adds, or replaces the row of the same key
/// (first form and class; for places also level, kind, cc, admin1 and admin2), and one whose form starts with '-' removes it; its rules replace those
/// of the same name. `check` may be empty. `sounds` is the compiled table of towns by sound of a base that comes without
/// its text. The same files give the same bytes on every machine.
Compiled compile(const DataFiles& base, const DataFiles& overlay = {}, const ExampleCheck& check = {},
                 std::span<const std::byte> sounds = {});

/// The files that the image was compiled from, to lay an overlay over them, but for the long table of towns by sound,
/// which the image holds compiled; empty for an image that has an overlay.
DataFiles source_files(const Lexicon& lexicon);

/// Throws the first problem if there is one; its message says how many more there are.
void throw_if_any(const Problems& problems);

}  // namespace incidents
