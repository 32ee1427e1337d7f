// How well the charset of files is found, against collections of files whose charset is known.
//
//     variorum-evaluate-charsets [--misses N] [--cut BYTES] [--encode FOLDER] [DATA]
//
// DATA (else the folder that VARIORUM_DATA names, else ../data beside the sources) holds charsets/chardet/CHARSET[-LANGUAGE]/FILE
// and charsets/uchardet/LANGUAGE/CHARSET.txt: the test files of those two detectors; the name of the folder or of the file is
// the truth. Each file goes through decode() twice: as bare bytes, and with what it declares itself, as pages are read.
//
// Right: the text equals what the named charset gives, whatever the charset found is called (windows-1252 for iso-8859-1 where
// no byte differs, GB18030 for GB2312). A label stands for what browsers take it for (Encoding Standard: iso-8859-1 is
// windows-1252, euc-kr is windows-949) or for itself, either is right. Bytes that the named charset has no character for are
// U+FFFD on both sides.
//
// Out of scope are files in charsets for which Qt with ICU has no decoder: Johab and VISCII (and EUC-TW where ICU was built
// without it). In scope, by the names of the folders: ascii, UTF-8, UTF-16, UTF-32 with and without mark, Big5, EUC-TW, GB2312,
// GB18030, EUC-JP, Shift_JIS, CP932, ISO-2022-JP, EUC-KR, CP949, ISO-2022-KR, TIS-620, ISO-8859-1, -2, -3, -5, -6, -7, -8, -9,
// -11, -15, windows-1250 to -1258, KOI8-R, IBM855, IBM866, MacCyrillic, MacRoman.
//
// --cut evaluates on pieces instead: from the line in the middle of the file that has a byte beyond ASCII, whole lines until
// BYTES are reached. How decode() does on short texts; charsets with escapes or two and four bytes a unit are left out.
//
// --encode evaluates on other texts than those that the weights were settled on: the UTF-8 pages below FOLDER, their tags
// taken out, written in macintosh and in the first charset of a list that has all their characters.
//
// The weights of guess_charset.cpp were settled on chardet, uchardet and the re-encoded pages of aeb and htmldate; the re-encoded
// pages of naeb (--encode DATA/naeb) took no part.
//
// "doubtful": how many of the right answers, and of the wrong ones, decode() itself calls doubtful.

#include "reading/charset.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QMap>
#include <QRegularExpression>
#include <QStringDecoder>
#include <QStringEncoder>
#include <algorithm>
#include <cstdio>

namespace {

using namespace variorum;
using namespace Qt::StringLiterals;

/// What the folder's name means; the label itself where nothing else.
QStringList charsetsOf(const QString &label)
{
    static const QHash<QString, QStringList> kNames{
        {u"ascii"_s, {u"windows-1252"_s}},
        {u"utf-8-sig"_s, {u"utf-8"_s}},
        {u"iso-8859-1"_s, {u"windows-1252"_s, u"iso-8859-1"_s}},
        {u"iso-8859-9"_s, {u"windows-1254"_s, u"iso-8859-9"_s}},
        {u"iso-8859-11"_s, {u"windows-874"_s, u"iso-8859-11"_s}},
        {u"tis-620"_s, {u"windows-874"_s, u"tis-620"_s}},
        {u"gb2312"_s, {u"gb18030"_s, u"gb2312"_s}},
        {u"euc-kr"_s, {u"windows-949"_s, u"euc-kr"_s}},
        {u"cp949"_s, {u"windows-949"_s}},
        {u"cp932"_s, {u"windows-31j"_s, u"shift_jis"_s}},
        {u"shift_jis"_s, {u"shift_jis"_s, u"windows-31j"_s}},
        {u"maccyrillic"_s, {u"x-mac-cyrillic"_s}},
        {u"mac-cyrillic"_s, {u"x-mac-cyrillic"_s}},
        {u"macroman"_s, {u"macintosh"_s}},
    };
    return kNames.value(label, {label});
}

struct Sample {
    QString path;
    QString label; ///< lower case, without language
    QByteArray bytes;
};

struct Tally {
    int files = 0;
    int right = 0;
    int rightDoubtful = 0;
    int wrongDoubtful = 0;

    void add(bool isRight, bool isDoubtful)
    {
        ++files;
        right += isRight;
        rightDoubtful += isRight && isDoubtful;
        wrongDoubtful += !isRight && isDoubtful;
    }

    void print(const char *name) const
    {
        std::printf("%-16s %5d %5d  %6.2f %%   doubtful: %d of %d right, %d of %d wrong\n", name, files, right, 100.0 * right / std::max(1, files), rightDoubtful, right, wrongDoubtful, files - right);
    }
};

/// Bytes that fit nothing are U+FFFD in every decoder's text; marks are no text.
QString comparable(QString text)
{
    text.replace(QChar(0x001A), QChar(0xFFFD));
    return text.startsWith(QChar(0xFEFF)) ? text.sliced(1) : text;
}

QStringList referencesFor(const Sample &sample)
{
    QStringList texts;
    for (const QString &name : charsetsOf(sample.label)) {
        QStringDecoder decoder(name.toLatin1().constData(), QStringDecoder::Flag::Stateless);
        if (decoder.isValid())
            texts.append(comparable(decoder.decode(sample.bytes)));
    }
    return texts;
}

std::vector<Sample> samplesIn(const QString &data)
{
    static const QRegularExpression kLanguage(u"(?<=^iso-8859-\\d|^windows-\\d{4})-[a-z]+$"_s);
    std::vector<Sample> samples;
    for (const QString &collection : {u"chardet"_s, u"uchardet"_s}) {
        QDirIterator files(data + u"/charsets/"_s + collection, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const QFileInfo info(file);
            if (info.dir().dirName() == collection || !file.open(QIODevice::ReadOnly))
                continue;
            const QString label = collection == u"chardet"_s ? info.dir().dirName().toLower().remove(kLanguage) : info.completeBaseName().toLower();
            samples.push_back({collection + u'/' + info.dir().dirName() + u'/' + info.fileName(), label, file.readAll()});
        }
    }
    std::sort(samples.begin(), samples.end(), [](const Sample &left, const Sample &right) { return left.path < right.path; });
    return samples;
}

/// The piece that --cut asks for; empty where the charset cannot be cut at line ends or no byte is beyond ASCII.
QByteArray pieceOf(const Sample &sample, qsizetype size)
{
    if (sample.label.startsWith("utf-16"_L1) || sample.label.startsWith("utf-32"_L1) || sample.label.startsWith("iso-2022"_L1))
        return {};
    const auto isHigh = [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; };
    const auto middle = sample.bytes.begin() + sample.bytes.size() / 2;
    auto high = std::find_if(middle, sample.bytes.end(), isHigh);
    if (high == sample.bytes.end())
        high = std::find_if(sample.bytes.begin(), sample.bytes.end(), isHigh);
    if (high == sample.bytes.end())
        return {};
    const qsizetype begin = sample.bytes.lastIndexOf('\n', high - sample.bytes.begin()) + 1;
    const qsizetype lineEnd = sample.bytes.indexOf('\n', begin + size);
    return sample.bytes.mid(begin, lineEnd < 0 ? -1 : lineEnd - begin);
}

/// The pages below a folder in the legacy charsets that people would have written them in.
std::vector<Sample> encodedPages(const QString &folder)
{
    static const QRegularExpression kTags(u"<(script|style)\\b.*?</\\1>|<[^>]*>|&[a-z0-9#]+;"_s, QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    std::vector<Sample> samples;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        QStringDecoder utf8(QStringDecoder::Utf8);
        QString text = utf8.decode(file.read(4 * 1024 * 1024));
        if (utf8.hasError() || text.isEmpty())
            continue;
        text.replace(kTags, u" "_s);
        bool isWritten = false;
        for (const char *const charset : {"macintosh", "windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "Shift_JIS", "windows-949"}) {
            if (isWritten)
                break;
            QStringEncoder encoder(charset, QStringConverter::Flag::Stateless);
            const QByteArray bytes = encoder.encode(text);
            QStringDecoder back(charset, QStringConverter::Flag::Stateless);
            const bool isHigh = std::any_of(bytes.begin(), bytes.end(), [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; });
            if (!isHigh || QString(back.decode(bytes)) != text)
                continue;
            samples.push_back({file.fileName(), QString::fromLatin1(charset).toLower(), bytes});
            isWritten = charset != QByteArrayView("macintosh");
        }
    }
    return samples;
}

class CharsetsEvaluation {
public:
    explicit CharsetsEvaluation(qsizetype misses)
        : m_misses(misses)
    {
    }

    void add(const Sample &sample)
    {
        const QStringList references = referencesFor(sample);
        if (references.isEmpty()) {
            ++m_outOfScope[sample.label];
            return;
        }
        const reading::Decoded bare = reading::decode(sample.bytes);
        const bool isRight = references.contains(comparable(bare.text));
        m_byCharset[sample.label].add(isRight, bare.isDoubtful);
        m_bare.add(isRight, bare.isDoubtful);
        if (!isRight)
            m_missed.append(u"%1 (%2): %3%4"_s.arg(sample.path, sample.label, bare.charset, bare.isDoubtful ? u" (doubtful)"_s : QString()));
        const reading::Decoded declared = reading::decode(sample.bytes, reading::declaredCharset(sample.bytes));
        m_declared.add(references.contains(comparable(declared.text)), declared.isDoubtful);
    }

    void print() const
    {
        std::printf("%-16s %5s %5s\n", "charset", "files", "right");
        for (auto charset = m_byCharset.cbegin(); charset != m_byCharset.cend(); ++charset)
            charset->print(qPrintable(charset.key()));
        std::printf("\n");
        m_bare.print("all, bare bytes");
        m_declared.print("all, declared");
        for (auto charset = m_outOfScope.cbegin(); charset != m_outOfScope.cend(); ++charset)
            std::printf("out of scope: %s, %d files\n", qPrintable(charset.key()), charset.value());
        std::printf("\nmisses on bare bytes:\n");
        for (const QString &miss : m_missed.first(std::min(m_misses, m_missed.size())))
            std::printf("  %s\n", qPrintable(miss));
    }

private:
    qsizetype m_misses;
    QMap<QString, Tally> m_byCharset;
    QMap<QString, int> m_outOfScope;
    Tally m_bare;
    Tally m_declared;
    QStringList m_missed;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"misses"_s, u"Lists the first N misses."_s, u"N"_s, u"1000"_s});
    parser.addOption({u"encode"_s, u"Evaluates on the UTF-8 pages of a folder, written in other charsets."_s, u"FOLDER"_s});
    parser.addOption({u"cut"_s, u"Evaluates on pieces of about that many bytes."_s, u"BYTES"_s});
    parser.addPositionalArgument(u"DATA"_s, u"The folder of collections."_s);
    parser.addHelpOption();
    parser.process(application);
    const QString standing = qEnvironmentVariable("VARIORUM_DATA", QStringLiteral(VARIORUM_SOURCE_DIR "/../data"));
    const std::vector<Sample> samples = parser.isSet(u"encode"_s) ? encodedPages(parser.value(u"encode"_s)) : samplesIn(parser.positionalArguments().value(0, standing));
    if (samples.empty()) {
        std::fprintf(stderr, "no files: name the folder that holds charsets/\n");
        return 2;
    }
    CharsetsEvaluation evaluation(parser.value(u"misses"_s).toLongLong());
    for (Sample sample : samples) {
        if (parser.isSet(u"cut"_s)) {
            sample.bytes = pieceOf(sample, parser.value(u"cut"_s).toLongLong());
            if (sample.bytes.isEmpty())
                continue;
        }
        evaluation.add(sample);
    }
    evaluation.print();
    return 0;
}
