// Every allocation of the program costs the same few instructions, whatever came before: the
// C library's heap searches its free lists longer the more shapes have been through it, which
// would be counted as the growth of a stage.

#include <array>
#include <bit>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

/// In front of each block: its class, and the next free one while it is free. Keeps alignment.
struct alignas(std::max_align_t) Header {
    Header* next;
    std::size_t size_class;
};

constexpr std::size_t kClasses = 48;
constexpr std::size_t kSmallest = 5;  ///< 32 bytes

std::array<Header*, kClasses> free_blocks;

}  // namespace

// NOLINTBEGIN(cppcoreguidelines-no-malloc)
void* operator new(std::size_t size) {
    std::size_t size_class = static_cast<std::size_t>(std::bit_width(size + sizeof(Header)));
    if (size_class < kSmallest) size_class = kSmallest;
    if (size_class >= kClasses) throw std::bad_alloc();
    Header* block = free_blocks[size_class];
    if (block != nullptr) {
        free_blocks[size_class] = block->next;
        return block + 1;
    }
    block = static_cast<Header*>(std::malloc(std::size_t{1} << size_class));
    if (block == nullptr) throw std::bad_alloc();
    block->size_class = size_class;
    return block + 1;
}

void operator delete(void* pointer) noexcept {
    if (pointer == nullptr) return;
    Header* block = static_cast<Header*>(pointer) - 1;
    block->next = free_blocks[block->size_class];
    free_blocks[block->size_class] = block;
}

void operator delete(void* pointer, std::size_t) noexcept {
    operator delete(pointer);
}

// NOLINTEND(cppcoreguidelines-no-malloc)
