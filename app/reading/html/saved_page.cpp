// Pages that come out of a web archive. The archive frames the page with its own markup and lets every address lead to
// itself; undone, the page reads like any other and its address is the outlet's.
//
//     <!-- BEGIN WAYBACK TOOLBAR INSERT --> ... 14 Mar 2031 ... <!-- END WAYBACK TOOLBAR INSERT -->     goes
//     href="https://web.archive.org/web/20310315101112/https://bay.example/ferry"                       https://bay.example/ferry
//     content="http://archive.ph/2031.03.15-101112/https://bay.example/ferry"                           https://bay.example/ferry
//
// What browsers note when they save ("saved from url", SingleFile's comment) is read with the page (parse_page.cpp).

#include "reading/html/saved_page.h"

#include <QRegularExpression>

namespace variorum::reading::html {

namespace {

using namespace Qt::StringLiterals;

// An archive's address before the page's own; the slashes may be escaped (JSON).
const QRegularExpression &archivePrefix()
{
    static const QRegularExpression kPrefix(u"(?:(?:https?:)?(?:\\\\?/){2}(?:web\\.archive\\.org|wayback\\.archive-it\\.org(?:\\\\?/)\\d{1,9}))?\\\\?/web\\\\?/\\d{4,14}(?:[a-z]{2}_)?\\\\?/(?=https?:\\\\?/)"
                                            "|(?:https?:)?(?:\\\\?/){2}archive\\.(?:today|ph|is|md|vn|fo|li)\\\\?/(?:\\d{14}|\\d{4}\\.\\d\\d\\.\\d\\d-\\d{6})\\\\?/(?=https?:\\\\?/)"_s);
    return kPrefix;
}

bool isFromArchive(QStringView html)
{
    return html.contains("WAYBACK TOOLBAR INSERT"_L1) || html.contains("RETRIEVED FROM THE INTERNET ARCHIVE"_L1) || html.contains("web.archive.org/web/"_L1) || html.contains("web.archive.org\\/web\\/"_L1)
        || html.contains("wayback.archive-it.org/"_L1) || html.contains("__wm.wombat("_L1) || html.contains("://archive."_L1);
}

/// Everything between two comments, both included; an end that is missing takes nothing away.
void removeBetween(QString &html, QLatin1StringView begin, QLatin1StringView end)
{
    for (qsizetype at = html.indexOf(begin); at >= 0; at = html.indexOf(begin, at)) {
        const qsizetype closing = html.indexOf(end, at);
        if (closing < 0)
            return;
        html.remove(at, closing + end.size() - at);
    }
}

/// What the archive itself says the page's address was.
QString originalAddress(QStringView html)
{
    static const QRegularExpression kWombat(u"__wm\\.wombat\\(\\s*[\"'](https?:[^\"']+)[\"']"_s);
    static const QRegularExpression kToolbar(u"<input[^>]*\\bid=[\"']wmtbURL[\"'][^>]*\\bvalue=[\"'](https?://[^\"']+)[\"']"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kArchived(u"(?:property=[\"']og:url[\"'][^>]*content|rel=[\"']canonical[\"'][^>]*href)=[\"'][^\"']*?(?:archive\\.[a-z]+/(?:web/)?[\\d.-]{4,19}(?:[a-z]{2}_)?)/(https?://[^\"']+)[\"']"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    for (const QRegularExpression &pattern : {kWombat, kToolbar, kArchived}) {
        const QRegularExpressionMatch match = pattern.match(html);
        if (match.hasMatch())
            return QString(match.captured(1)).replace("&amp;"_L1, "&"_L1);
    }
    return {};
}

} // namespace

SavedPage savedPage(QStringView html)
{
    if (!isFromArchive(html))
        return {};
    SavedPage saved;
    saved.url = originalAddress(html);
    saved.html = html.toString();
    removeBetween(saved.html, "<!-- BEGIN WAYBACK TOOLBAR INSERT -->"_L1, "<!-- END WAYBACK TOOLBAR INSERT -->"_L1);
    if (saved.html.contains("/web/"_L1) || saved.html.contains("\\/web\\/"_L1) || saved.html.contains("://archive."_L1))
        saved.html.remove(archivePrefix());
    return saved;
}

} // namespace variorum::reading::html
