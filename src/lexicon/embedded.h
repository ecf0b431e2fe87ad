#pragma once
/// The data image that the build embedded.
#include <cstddef>
#include <cstdint>
#include <span>

namespace incidents {

extern "C" const std::byte incidents_data_image[];
extern "C" const std::uint64_t incidents_data_image_size;

/// The whole image, 64-byte aligned. For programs that link the library with its data; the data compiler does not.
inline std::span<const std::byte> embedded_image() { return {incidents_data_image, incidents_data_image_size}; }

}  // namespace incidents
