// The plain form of a document, for tests and for reading along:
//
//     # What the sources differ on
//     eyebrow: **≠  Conflict**  ·  quantity
//     ### The ferry had been travelling at 12 knots
//     value: **12 knots**
//     source: [1] **Northgate Courier**
//     passage: ... travelling at [[12 knots]].

#include "report/document.h"

#include <QStringList>

namespace variorum::report {

namespace {

QString plain(const Runs &runs)
{
    QString text;
    for (const Run &run : runs) {
        switch (run.tone) {
        case Tone::Strong: text += QStringLiteral("**%1**").arg(run.text); break;
        case Tone::Issue: text += QStringLiteral("[[%1]]").arg(run.text); break;
        case Tone::Plain:
        case Tone::Quiet:
        case Tone::Code: text += run.text; break;
        }
    }
    return text;
}

QString name(ParagraphRole role)
{
    switch (role) {
    case ParagraphRole::Kicker: return QStringLiteral("kicker");
    case ParagraphRole::Title: return QStringLiteral("title");
    case ParagraphRole::Lead: return QStringLiteral("lead");
    case ParagraphRole::Body: return QStringLiteral("body");
    case ParagraphRole::Value: return QStringLiteral("value");
    case ParagraphRole::Source: return QStringLiteral("source");
    case ParagraphRole::Passage: return QStringLiteral("passage");
    case ParagraphRole::Intro: return QStringLiteral("intro");
    case ParagraphRole::Note: return QStringLiteral("note");
    }
    return {};
}

struct PlainPrinter {
    QStringList &lines;

    void operator()(const Heading &heading) const
    {
        if (!heading.eyebrow.empty())
            lines += QStringLiteral("eyebrow: ") + plain(heading.eyebrow);
        lines += QString(heading.level, u'#') + u' ' + heading.text;
    }
    void operator()(const Paragraph &paragraph) const { lines += name(paragraph.role) + QStringLiteral(": ") + plain(paragraph.runs); }
    void operator()(const PageBreak &) const { lines += QStringLiteral("---"); }

    void operator()(const Table &table) const
    {
        for (const Row &row : table.rows) {
            QStringList cells;
            for (const Cell &cell : row.cells) {
                QStringList parts;
                for (const Runs &line : cell.lines)
                    parts += plain(line);
                cells += parts.join(QStringLiteral(" / "));
            }
            lines += QStringLiteral("| ") + cells.join(QStringLiteral(" | "));
        }
    }

    void operator()(const Figures &figures) const
    {
        for (const Figure &figure : figures.items)
            lines += QStringLiteral("figure: %1 %2").arg(figure.number, figure.label);
    }
};

} // namespace

QString toPlainText(const Document &document)
{
    QStringList lines;
    for (const Block &block : document.blocks)
        std::visit(PlainPrinter{lines}, block);
    return lines.join(u'\n');
}

} // namespace variorum::report
