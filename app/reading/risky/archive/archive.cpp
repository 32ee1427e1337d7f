// Bombs: what a member states is checked first, since that is free, and what comes out is counted, since stating is
// lying. A member is refused that grows beyond its own limit, beyond what is left of the file's budget, or, once it is
// over 1 MiB, beyond 250 times its packed size; deflate can do 1032, text hardly 100. Members that share packed bytes
// (overlapping entries) are each counted in full.

#include "reading/risky/archive/archive.h"

#include "reading/clean_text.h"

#include <algorithm>
#include <zip.h>

namespace variorum::reading::risky {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kAnyRatioBytes = 1024 * 1024;
constexpr qint64 kMostRatio = 250;

base::Error error(base::ErrorCode code, const QString &detail = {}) { return {code, {}, detail}; }

base::Error tooLarge(const ArchiveMember &member, qint64 most)
{
    return error(base::ErrorCode::TooLarge, u"unpacks to more than %1 bytes; packed it has %2"_s.arg(most).arg(member.packedBytes));
}

bool isBomb(qint64 unpacked, qint64 packed) { return unpacked > kAnyRatioBytes && unpacked / kMostRatio > std::max<qint64>(packed, 1); }

base::Error openError(int code)
{
    switch (code) {
    case ZIP_ER_NOPASSWD:
    case ZIP_ER_WRONGPASSWD:
    case ZIP_ER_ENCRNOTSUPP: return error(base::ErrorCode::PasswordNeeded);
    case ZIP_ER_COMPNOTSUPP: return error(base::ErrorCode::UnknownFormat, u"packed in a way that is not known"_s);
    default: return error(base::ErrorCode::Malformed, u"ZIP error %1"_s.arg(code));
    }
}

} // namespace

void Archive::Discard::operator()(zip *archive) const { zip_discard(archive); }

Archive::Archive(zip *archive)
    : m_zip(archive)
{
}

base::Result<std::unique_ptr<Archive>> Archive::open(QByteArrayView bytes)
{
    zip_error_t failure;
    zip_error_init(&failure);
    zip_source_t *source = zip_source_buffer_create(bytes.data(), static_cast<zip_uint64_t>(bytes.size()), 0, &failure);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY, &failure) : nullptr;
    const int code = zip_error_code_zip(&failure);
    zip_error_fini(&failure);
    if (archive)
        return std::unique_ptr<Archive>(new Archive(archive));
    if (source)
        zip_source_free(source);
    const bool isCut = code == ZIP_ER_NOZIP || code == ZIP_ER_EOF;
    return error(isCut ? base::ErrorCode::Truncated : base::ErrorCode::Malformed, isCut ? u"its list of members, which stands at the end, is missing"_s : u"ZIP error %1"_s.arg(code));
}

qint64 Archive::count() const { return std::max<qint64>(zip_get_num_entries(m_zip.get(), 0), 0); }

std::optional<ArchiveMember> Archive::member(qint64 index) const
{
    zip_stat_t status;
    zip_stat_init(&status);
    if (zip_stat_index(m_zip.get(), static_cast<zip_uint64_t>(index), 0, &status) != 0 || !(status.valid & ZIP_STAT_NAME))
        return std::nullopt;
    ArchiveMember member;
    member.index = index;
    member.name = cleanCharacters(QString::fromUtf8(status.name)).simplified();
    constexpr zip_uint64_t kMost = std::numeric_limits<qint64>::max();
    if (status.valid & ZIP_STAT_SIZE)
        member.statedBytes = static_cast<qint64>(std::min<zip_uint64_t>(status.size, kMost));
    if (status.valid & ZIP_STAT_COMP_SIZE)
        member.packedBytes = static_cast<qint64>(std::min<zip_uint64_t>(status.comp_size, kMost));
    member.isEncrypted = (status.valid & ZIP_STAT_ENCRYPTION_METHOD) && status.encryption_method != ZIP_EM_NONE;
    member.isFolder = member.name.endsWith(u'/');
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    constexpr zip_uint32_t kKind = 0170000;
    constexpr zip_uint32_t kLink = 0120000;
    if (zip_file_get_external_attributes(m_zip.get(), static_cast<zip_uint64_t>(index), 0, &system, &attributes) == 0 && system == ZIP_OPSYS_UNIX)
        member.isLink = ((attributes >> 16U) & kKind) == kLink;
    return member;
}

std::optional<ArchiveMember> Archive::find(const char *name) const
{
    const zip_int64_t index = zip_name_locate(m_zip.get(), name, 0);
    return index < 0 ? std::nullopt : member(index);
}

Unpacked Archive::unpack(const ArchiveMember &member, Budget &budget, qint64 most) const
{
    const qint64 allowed = std::min(most, budget.bytes);
    if (member.isEncrypted)
        return {{}, error(base::ErrorCode::PasswordNeeded)};
    if (member.statedBytes > allowed || isBomb(member.statedBytes, member.packedBytes))
        return {{}, tooLarge(member, std::min(allowed, std::max(kAnyRatioBytes, member.packedBytes * kMostRatio)))};
    struct Close {
        void operator()(zip_file_t *file) const { zip_fclose(file); }
    };
    const std::unique_ptr<zip_file_t, Close> file(zip_fopen_index(m_zip.get(), static_cast<zip_uint64_t>(member.index), 0));
    if (!file)
        return {{}, openError(zip_error_code_zip(zip_get_error(m_zip.get())))};
    Unpacked unpacked;
    constexpr qsizetype kChunk = 64 * 1024;
    for (;;) {
        const qsizetype before = unpacked.bytes.size();
        unpacked.bytes.resize(before + kChunk);
        const zip_int64_t got = zip_fread(file.get(), unpacked.bytes.data() + before, kChunk);
        unpacked.bytes.truncate(before + std::max<zip_int64_t>(got, 0));
        budget.bytes -= std::max<zip_int64_t>(got, 0);
        if (got == 0)
            return unpacked;
        if (got < 0) {
            unpacked.problem = openError(zip_error_code_zip(zip_file_get_error(file.get())));
            return unpacked;
        }
        if (unpacked.bytes.size() > allowed || isBomb(unpacked.bytes.size(), member.packedBytes))
            return {{}, tooLarge(member, unpacked.bytes.size() > allowed ? allowed : member.packedBytes * kMostRatio)};
    }
}

Unpacked Archive::unpack(const char *name, Budget &budget, qint64 most) const
{
    const std::optional<ArchiveMember> member = find(name);
    return member ? unpack(*member, budget, most) : Unpacked{{}, error(base::ErrorCode::NotFound)};
}

} // namespace variorum::reading::risky
