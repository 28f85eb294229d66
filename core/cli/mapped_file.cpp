#include "core/cli/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace problemator::cli {
namespace {

class File final : public ByteSource {
public:
    File(int descriptor, std::uint64_t size, void* bytes) : descriptor_{descriptor}, size_{size}, bytes_{bytes} {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() override {
        if (bytes_) ::munmap(bytes_, static_cast<std::size_t>(size_));
        ::close(descriptor_);
    }
    std::uint64_t size() const override { return size_; }
    std::optional<std::string_view> view() const override {
        if (!bytes_) return std::nullopt;
        return std::string_view{static_cast<const char*>(bytes_), static_cast<std::size_t>(size_)};
    }
    Result<std::size_t> read(std::uint64_t offset, std::span<char> out) const override {
        std::size_t done = 0;
        while (done < out.size()) {
            const ssize_t got = ::pread(descriptor_, out.data() + done, out.size() - done, static_cast<off_t>(offset + done));
            if (got < 0) return Error{.fault = Fault::Io};
            if (got == 0) break;
            done += static_cast<std::size_t>(got);
        }
        return done;
    }

private:
    int descriptor_;
    std::uint64_t size_;
    void* bytes_;
};

}  // namespace

Result<std::shared_ptr<const ByteSource>> open_file(const std::filesystem::path& path) {
    const Error failed{.fault = Fault::Io, .place = {.file = path.string()}};
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return failed;
    struct stat facts {};
    if (::fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        ::close(descriptor);
        return failed;
    }
    const auto size = static_cast<std::uint64_t>(facts.st_size);
    void* bytes = size == 0 ? MAP_FAILED : ::mmap(nullptr, static_cast<std::size_t>(size), PROT_READ, MAP_PRIVATE, descriptor, 0);
    return std::shared_ptr<const ByteSource>{std::make_shared<File>(descriptor, size, bytes == MAP_FAILED ? nullptr : bytes)};
}

}  // namespace problemator::cli
