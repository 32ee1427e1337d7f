#pragma once

#include "model/annotated_text.h"
#include "model/article.h"
#include "model/facts.h"

#include <QByteArray>

namespace variorum::report {

/// What language and extraction made of one article. The views do not outlive the call they are given to.
struct Annotation {
    const model::AnnotatedText &text;
    const model::Facts &facts;
};

/// One line of formats/annotation-json.md with its line feed; "annotation" is null where none is given.
[[nodiscard]] QByteArray writeArticleLine(const model::Article &article, const Annotation *annotation = nullptr);

} // namespace variorum::report
