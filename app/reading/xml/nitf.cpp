// NITF 3, the agencies' format for a text: https://iptc.org/standards/nitf/
//
//     <nitf><body><body.head><hedline><hl1>Ferry sinks</hl1></hedline><byline>By <person>Ann Lee</person>
//     <byttl>Norrwire</byttl></byline><dateline><location>HALVERN</location></dateline></body.head>
//     <body.content><p>The ferry sank.</p></body.content></body></nitf>
//     ->  title "Ferry sinks", author, dateline "HALVERN", text "The ferry sank."

#include "reading/body_text.h"
#include "reading/text/corrections.h"
#include "reading/xml/news_xml.h"

namespace variorum::reading::xml {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

const QString kType = u"application/nitf+xml"_s;

QString textAt(const Node &from, QStringView path)
{
    const Node *node = from.at(path);
    return node ? node->plainText() : QString();
}

void addHead(const Node &nitf, Draft &draft)
{
    const Node *head = nitf.child(u"head");
    if (!head)
        return;
    draft.find(MetadataField::Title, Trust::Meta, textAt(*head, u"title"), u"nitf title"_s);
    if (const Node *pubdata = head->child(u"pubdata")) {
        draft.find(MetadataField::Outlet, Trust::Declared, pubdata->attribute(u"name"), u"nitf pubdata"_s);
        addDate(MetadataField::Published, pubdata->attribute(u"date.publication"), u"nitf pubdata"_s, draft);
        addAddress(pubdata->attribute(u"ex-ref"), u"nitf pubdata"_s, draft);
    }
    const Node *docdata = head->child(u"docdata");
    if (!docdata)
        return;
    for (const QStringView name : {QStringView(u"date.issue"), QStringView(u"date.release")}) {
        if (const Node *date = docdata->child(name))
            addDate(MetadataField::Published, date->attribute(u"norm"), u"nitf "_s + name.toString(), draft);
    }
    if (const Node *rights = docdata->child(u"doc.copyright"))
        draft.find(MetadataField::Outlet, Trust::Meta, rights->attribute(u"holder"), u"nitf doc.copyright"_s);
}

void addBodyHead(const Node &head, Draft &draft)
{
    const Node *headline = head.child(u"hedline");
    const QString first = headline ? textAt(*headline, u"hl1") : QString();
    draft.find(MetadataField::Title, Trust::Declared, headline && first.isEmpty() ? headline->plainText() : first, u"nitf hedline"_s);
    QStringList bylines;
    for (const Node *byline : head.childrenNamed(u"byline")) {
        QStringList people;
        for (const Node *person : byline->childrenNamed(u"person"))
            people.append(person->plainText());
        QString line = people.join(", "_L1);
        if (people.isEmpty()) { // its text without the title that follows a name
            for (const std::unique_ptr<Node> &part : byline->children)
                line += part->name == "byttl"_L1 ? QString() : part->isText() ? part->text : part->plainText();
        }
        bylines.append(line);
    }
    addByline(bylines.join(", "_L1), u"nitf byline"_s, draft);
    draft.find(MetadataField::Outlet, Trust::LinkedData, textAt(head, u"distributor"), u"nitf distributor"_s);
    const QString place = textAt(head, u"dateline/location");
    draft.find(MetadataField::Dateline, Trust::Declared, place.isEmpty() ? textAt(head, u"dateline") : place, u"nitf dateline"_s);
    if (const Node *date = head.at(u"dateline/story.date"))
        addDate(MetadataField::Published, date->attribute(u"norm"), u"nitf story.date"_s, draft);
    for (const Node *note : head.childrenNamed(u"note")) {
        if (note->attribute(u"noteclass") == "correction"_L1 || note->plainText().startsWith("correct"_L1, Qt::CaseInsensitive))
            addCorrection(note->plainText(), draft);
    }
}

/// A correction that the header speaks of.
void addNotice(const Node &nitf, Draft &draft)
{
    const Node *correction = nitf.at(u"head/docdata/correction");
    const QString info = correction ? correction->attribute(u"info").simplified() : QString();
    if (!info.isEmpty() && !draft.blocks.empty())
        addCorrection(info, draft);
}

bool isWithdrawn(const Node &nitf)
{
    const Node *docdata = nitf.at(u"head/docdata");
    const QString status = docdata ? docdata->attribute(u"management-status").toLower() : QString();
    return status == "canceled"_L1 || status == "cancelled"_L1 || status == "withheld"_L1;
}

} // namespace

Draft readNitf(const Node &nitf)
{
    if (isWithdrawn(nitf))
        return failedDraft(kType, base::ErrorCode::Withdrawn, u"nitf management-status"_s);
    Draft draft;
    draft.mediaType = kType;
    draft.hasMarkup = true;
    addLanguage(nitf.attribute(u"lang"), u"nitf xml:lang"_s, draft);
    const Node *body = nitf.child(u"body");
    if (const Node *head = body ? body->child(u"body.head") : nullptr)
        addBodyHead(*head, draft);
    addHead(nitf, draft);
    if (const Node *content = body ? body->child(u"body.content") : nullptr)
        addHtmlBody(content->innerHtml(), draft);
    if (draft.blocks.empty()) {
        const Node *abstract = body ? body->at(u"body.head/abstract") : nullptr;
        if (abstract)
            addHtmlBody(abstract->innerHtml(), draft);
        if (!draft.blocks.empty())
            draft.problems.push_back({base::ErrorCode::OnlySummary, {}, {}});
    }
    addNotice(nitf, draft);
    return draft;
}

} // namespace variorum::reading::xml
