// WACZ 1.1.1: a ZIP of WARC files (archive/), a list of the pages that the person meant (pages/pages.jsonl, one JSON object
// a line: url, title ...) and checksums of its parts (datapackage.json, itself sealed by datapackage-digest.json). The
// checksums are the proof that a recording is what was recorded, so a wrong one is told with every page that it covers.

#include "reading/risky/warc/read_wacz.h"

#include "reading/risky/warc/byte_stream.h"
#include "reading/risky/warc/warc_pages.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <limits>

namespace variorum::reading::risky {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 kNoOwnLimit = std::numeric_limits<qint64>::max(); // the budget is the limit
constexpr qint64 kMostListed = 10'000;

bool isWarcName(const QString &name)
{
    return name.startsWith("archive/"_L1) && (name.endsWith(".warc"_L1, Qt::CaseInsensitive) || name.endsWith(".warc.gz"_L1, Qt::CaseInsensitive));
}

class WaczReader {
public:
    WaczReader(const Source &source, const Archive &archive, Budget &budget)
        : m_source(source)
        , m_archive(archive)
        , m_budget(budget)
    {
    }

    std::vector<Draft> read()
    {
        readChecksums();
        m_wanted.isListed = readPages("pages/pages.jsonl");
        if (m_wanted.isListed)
            (void)readPages("pages/extraPages.jsonl");
        for (qint64 index = 0; index < m_archive.count(); ++index) {
            const auto member = m_archive.member(index);
            if (member && isWarcName(member->name))
                readOne(*member);
        }
        for (Draft &draft : m_drafts) {
            if (!m_wanted.isListed || draft.failure)
                continue;
            for (const Finding &finding : draft.findings) {
                if (finding.source == u"WARC-Target-URI")
                    m_found.insert(urlKey(finding.values.front()));
            }
        }
        tellMissing();
        for (Draft &draft : m_drafts)
            draft.problems.insert(draft.problems.end(), m_problems.begin(), m_problems.end());
        return std::move(m_drafts);
    }

private:
    void readChecksums()
    {
        const QByteArray package = m_archive.unpack("datapackage.json", m_budget).bytes;
        const QJsonObject digest = QJsonDocument::fromJson(m_archive.unpack("datapackage-digest.json", m_budget).bytes).object();
        check(u"datapackage.json"_s, package, digest.value(u"hash"_s).toString(), m_problems);
        const QJsonArray resources = QJsonDocument::fromJson(package).object().value(u"resources"_s).toArray();
        for (const QJsonValue &resource : resources)
            m_checksums.insert(resource[u"path"_s].toString(), resource[u"hash"_s].toString());
    }

    /// "sha256:6b86b2..." or "md5:..."; without one, or of another kind, nothing is said.
    static void check(const QString &name, const QByteArray &bytes, const QString &checksum, std::vector<base::Error> &problems)
    {
        const QString kind = checksum.section(u':', 0, 0).toLower();
        const bool isSha = kind == u"sha256";
        if (!isSha && kind != u"md5")
            return;
        const QByteArray is = QCryptographicHash::hash(bytes, isSha ? QCryptographicHash::Sha256 : QCryptographicHash::Md5).toHex();
        if (is != checksum.section(u':', 1).toLower().toLatin1())
            problems.push_back({base::ErrorCode::ChecksumMismatch, {}, name});
    }

    bool readPages(const char *name)
    {
        const Unpacked list = m_archive.unpack(name, m_budget);
        if (list.bytes.isEmpty())
            return false;
        check(QString::fromLatin1(name), list.bytes, m_checksums.value(QString::fromLatin1(name)), m_problems);
        for (const QByteArray &line : list.bytes.split('\n')) {
            const QJsonObject page = QJsonDocument::fromJson(line).object();
            const QString url = page.value(u"url"_s).toString(); // the first line is a header without one
            if (!url.isEmpty() && m_wanted.titles.size() < kMostListed)
                m_wanted.titles.insert(urlKey(url), page.value(u"title"_s).toString());
        }
        return !m_wanted.titles.isEmpty();
    }

    void readOne(const ArchiveMember &member)
    {
        const Unpacked warc = m_archive.unpack(member, m_budget, kNoOwnLimit);
        std::vector<base::Error> problems;
        if (warc.problem)
            problems.push_back(*warc.problem);
        else
            check(member.name, warc.bytes, m_checksums.value(member.name), problems);
        ByteStream stream(warc.bytes, m_budget);
        std::vector<Draft> drafts;
        if (!warc.bytes.isEmpty())
            drafts = readWarcPages(m_source, stream, m_budget, m_wanted);
        else if (warc.problem)
            drafts.emplace_back().failure = *warc.problem;
        for (Draft &draft : drafts) {
            if (!draft.failure)
                draft.problems.insert(draft.problems.end(), problems.begin(), problems.end());
            m_drafts.push_back(std::move(draft));
        }
    }

    /// A page that is listed and was not recorded has an outcome too.
    void tellMissing()
    {
        if (!m_wanted.isListed)
            return;
        QStringList missing;
        for (auto page = m_wanted.titles.cbegin(); page != m_wanted.titles.cend(); ++page) {
            if (!m_found.contains(page.key()))
                missing.append(page.key());
        }
        missing.sort();
        for (const Draft &draft : m_drafts) {
            if (draft.failure)
                missing.removeAll(urlKey(draft.member));
        }
        for (const QString &url : std::as_const(missing)) {
            Draft draft;
            draft.member = url;
            draft.failure = {base::ErrorCode::NotRecorded, {}, {}};
            m_drafts.push_back(std::move(draft));
        }
    }

    const Source &m_source;
    const Archive &m_archive;
    Budget &m_budget;
    QHash<QString, QString> m_checksums; // by path
    WantedPages m_wanted;
    QSet<QString> m_found;
    std::vector<base::Error> m_problems; // that concern every page
    std::vector<Draft> m_drafts;
};

} // namespace

bool isWacz(const Archive &archive)
{
    if (!archive.find("datapackage.json"))
        return false;
    for (qint64 index = 0; index < archive.count(); ++index) {
        const auto member = archive.member(index);
        if (member && isWarcName(member->name))
            return true;
    }
    return false;
}

std::vector<Draft> readWacz(const Source &source, const Archive &archive, Budget &budget) { return WaczReader(source, archive, budget).read(); }

} // namespace variorum::reading::risky
