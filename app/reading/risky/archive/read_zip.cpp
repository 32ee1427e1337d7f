// ZIP: a folder of articles, or one of the formats that are a ZIP inside. Those are told by the members that they must
// have; whatever else is read member by member with all readers, as a folder is read file by file.

#include "reading/ignored_names.h"
#include "reading/risky/archive/archive.h"
#include "reading/risky/office/read_office.h"
#include "reading/risky/risky_readers.h"
#include "reading/risky/warc/read_wacz.h"

#include <algorithm>
#include <array>

namespace variorum::reading::risky {

namespace {

using namespace Qt::StringLiterals;

Draft failedDraft(base::Error error, const QString &member = {})
{
    Draft draft;
    draft.failure = std::move(error);
    draft.member = member;
    return draft;
}

/// As in a folder, what lies beside articles and is none is passed over.
bool isIgnored(const QString &name)
{
    const QList<QByteArray> parts = name.toUtf8().split('/');
    return isIgnoredFile(parts.back()) || std::any_of(parts.begin(), parts.end() - 1, [](const QByteArray &folder) { return folder != ".." && folder != "." && isIgnoredFolder(folder); });
}

void readOne(const Source &source, const Archive &archive, const ArchiveMember &member, Budget &budget, std::vector<Draft> &drafts)
{
    if (member.isLink) {
        drafts.push_back(failedDraft({base::ErrorCode::NotAFile, {}, u"a link"_s}, member.name));
        return;
    }
    const Unpacked unpacked = archive.unpack(member, budget);
    if (unpacked.problem && unpacked.bytes.isEmpty()) {
        drafts.push_back(failedDraft(*unpacked.problem, member.name));
        return;
    }
    const bool isEmpty = unpacked.bytes.trimmed().isEmpty();
    std::vector<Draft> read = isEmpty ? std::vector{failedDraft({base::ErrorCode::EmptyFile, {}, {}}, member.name)} : readMember(source, unpacked.bytes, member.name);
    for (Draft &draft : read) {
        if (unpacked.problem)
            draft.problems.push_back(*unpacked.problem);
        drafts.push_back(std::move(draft));
    }
}

std::vector<Draft> readMembers(const Source &source, const Archive &archive, Budget &budget)
{
    std::vector<Draft> drafts;
    const qint64 count = archive.count();
    for (qint64 index = 0; index < count; ++index) {
        if (budget.members <= 0 || index >= Budget().members) {
            drafts.push_back(failedDraft({base::ErrorCode::TooLarge, {}, u"only the first %1 of %2 members were looked at"_s.arg(index).arg(count)}));
            break;
        }
        const std::optional<ArchiveMember> member = archive.member(index);
        if (!member)
            drafts.push_back(failedDraft({base::ErrorCode::Malformed, {}, u"member %1"_s.arg(index + 1)}));
        else if (!member->isFolder && !isIgnored(member->name))
            readOne(source, archive, *member, budget, drafts);
    }
    return drafts;
}

/// Spreadsheets, presentations, books: of the same families, and no article. Their media type; empty where it is none of them.
QString otherDocument(const Archive &archive, Budget &budget)
{
    static constexpr std::array kMarks{"xl/workbook.xml", "xl/workbook.bin", "ppt/presentation.xml"};
    if (std::any_of(kMarks.begin(), kMarks.end(), [&archive](const char *mark) { return archive.find(mark).has_value(); }))
        return u"application/vnd.openxmlformats-officedocument"_s;
    constexpr qint64 kMostTypeBytes = 200;
    const QByteArray type = archive.unpack("mimetype", budget, kMostTypeBytes).bytes.trimmed();
    return type.startsWith("application/") ? QString::fromLatin1(type) : QString();
}

} // namespace

bool recognisesZip(const Source &source)
{
    return source.bytes.startsWith("PK\x03\x04") || source.bytes.startsWith("PK\x05\x06") || source.bytes.startsWith("PK\x07\x08");
}

std::vector<Draft> readZip(const Source &source)
{
    auto opened = Archive::open(source.bytes);
    if (!opened)
        return {failedDraft(opened.error())};
    const Archive &archive = **opened;
    Budget ownBudget;
    Budget &budget = source.budget ? *source.budget : ownBudget;
    if (isDocx(archive))
        return {readDocx(archive, budget)};
    if (isOdt(archive, budget))
        return {readOdt(archive, budget)};
    if (isWacz(archive))
        return readWacz(source, archive, budget);
    if (const QString type = otherDocument(archive, budget); !type.isEmpty())
        return {failedDraft({base::ErrorCode::UnknownFormat, {}, type})};
    return readMembers(source, archive, budget);
}

} // namespace variorum::reading::risky
