#pragma once

#include "base/result.h"
#include "reading/reader.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <memory>
#include <optional>

struct zip;

namespace variorum::reading::risky {

struct ArchiveMember {
    qint64 index = 0;
    QString name; ///< clean; "../../x" or "/etc/x" is a name as any other: nothing is ever written under it
    qint64 packedBytes = 0;
    qint64 statedBytes = 0; ///< unpacked, as the archive says; may be a lie
    bool isEncrypted = false;
    bool isFolder = false;
    bool isLink = false; ///< its content is another name
};

/// What came out of a member, and why that is not all or nothing.
struct Unpacked {
    QByteArray bytes;
    std::optional<base::Error> problem;
};

constexpr qint64 kMostMemberBytes = 16LL * 1024 * 1024;

/// A ZIP in memory, by libzip. Nothing of it touches the disk.
class Archive {
public:
    /// The bytes outlive the archive. Errors: Truncated (its directory is missing), Malformed.
    [[nodiscard]] static base::Result<std::unique_ptr<Archive>> open(QByteArrayView bytes);

    [[nodiscard]] qint64 count() const; ///< of members, as many as its directory has
    [[nodiscard]] std::optional<ArchiveMember> member(qint64 index) const;
    [[nodiscard]] std::optional<ArchiveMember> find(const char *name) const;

    /// Unpacks a member up to `most` bytes and the budget. Whatever is stated, what counts are the bytes that come out.
    /// PasswordNeeded, TooLarge, Malformed, UnknownFormat (a packing that is not known).
    [[nodiscard]] Unpacked unpack(const ArchiveMember &member, Budget &budget, qint64 most = kMostMemberBytes) const;
    /// The same by name; NotFound.
    [[nodiscard]] Unpacked unpack(const char *name, Budget &budget, qint64 most = kMostMemberBytes) const;

private:
    struct Discard {
        void operator()(zip *archive) const;
    };

    explicit Archive(zip *archive);

    std::unique_ptr<zip, Discard> m_zip;
};

} // namespace variorum::reading::risky
