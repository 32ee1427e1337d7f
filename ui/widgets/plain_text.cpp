#include "ui/widgets/plain_text.h"

#include <QTextDocument>

namespace variorum::ui {

using namespace Qt::Literals::StringLiterals;

QString plainToolTip(const QString &text)
{
    if (!Qt::mightBeRichText(text))
        return text;
    return u"<p style=\"white-space:pre-wrap\">"_s + text.toHtmlEscaped() + u"</p>"_s;
}

QString oneLine(const QString &text, qsizetype mostUnits)
{
    // Cut before simplified(), so that a text of megabytes costs nothing.
    QString line = text.left(mostUnits * 2).simplified();
    if (line.size() > mostUnits || text.size() > mostUnits * 2) {
        line.truncate(mostUnits - 1);
        if (!line.isEmpty() && line.back().isHighSurrogate())
            line.chop(1);
        line += QChar(0x2026);
    }
    return line;
}

QLabel *plainLabel(const QString &text, QWidget *parent, bool wordWrap)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(wordWrap);
    label->setText(text);
    return label;
}

} // namespace variorum::ui
