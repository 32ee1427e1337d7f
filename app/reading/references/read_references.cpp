// What reference managers export: RIS, BibTeX (CSL-JSON is told among JSON files). They name articles and hold none, and a
// person who opens one should learn that, not see its fields as a text.
//
//     TY  - NEWS        @article{lee2031,
//     TI  - Ferry       title = {Ferry},
//     ER  -             }

#include "reading/body_text.h"
#include "reading/reader.h"

#include <QRegularExpression>

namespace variorum::reading {

namespace {

using namespace Qt::StringLiterals;

bool isRis(QStringView head)
{
    static const QRegularExpression kRis(u"\\A\\s*TY  - [A-Z]{2,8}[ \\t]*\\n(?:[A-Z][A-Z0-9]  - )"_s);
    return kRis.match(head).hasMatch();
}

bool isBibTex(QStringView head)
{
    static const QRegularExpression kEntry(u"\\A(?:\\s*%[^\\n]*\\n)*\\s*@(?:article|book|booklet|inbook|incollection|inproceedings|conference|manual|mastersthesis|misc|online|phdthesis|proceedings|techreport|unpublished|string|comment|preamble|report|thesis|www)\\s*[{(]"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression kField(u"\\n\\s*[A-Za-z_-]+\\s*=\\s*[{\"\\w]"_s);
    return kEntry.match(head).hasMatch() && kField.match(head).hasMatch();
}

} // namespace

bool recognisesReferences(const Source &source) { return isRis(source.head) || isBibTex(source.head); }

std::vector<Draft> readReferences(const Source &source)
{
    return {failedDraft(isRis(source.head) ? u"application/x-research-info-systems"_s : u"application/x-bibtex"_s, base::ErrorCode::OnlyReferences)};
}

} // namespace variorum::reading
