#pragma once
/// Which of the places that a frame names are its scenes, and what a pronoun of place points at.
#include "events/frame.h"

namespace incidents {

class FramePlaces {
 public:
  explicit FramePlaces(const DocumentView& view) : view_(view), sym_(view.sym) {}

  /// May the place be where something happened? Not by an adjective, in a dateline, in the name of a body or of an occasion.
  bool is_scene(const Mention& m) const;
  /// Where the clause of the strongest word has places of its own, those of clauses before it are the occasion's:
  /// “because of the war in X …, which led to attacks in Y”.
  void keep_scenes_of_trigger(Frame& frame) const;
  /// “News from X. Here a wall fell …”: a pronoun of place takes the places of the frame told last, `before`.
  void take_place_pointed_at(Frame& frame, const Frame& before) const;

 private:
  bool is_stood_at(std::uint32_t end) const;
  bool belongs_to_body(const Mention& m) const;
  bool is_gloss(const Mention& place) const;
  bool is_latin(std::uint32_t token) const;
  bool is_of_occasion(const Mention& place) const;

  const DocumentView& view_;
  const Symbols& sym_;
};

}  // namespace incidents
