// NewsML-G2, the agencies' envelope: https://iptc.org/standards/newsml-g2/
//
//     <newsItem guid="urn:x:1" xml:lang="en"><itemMeta><provider><name>Norrwire</name></provider>
//     <versionCreated>2031-03-14T09:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
//     <contentMeta><headline>Ferry sinks</headline><by>By Ann Lee</by></contentMeta>
//     <contentSet><inlineXML contenttype="application/nitf+xml"><nitf>...</nitf></inlineXML></contentSet></newsItem>
//
// The envelope is trusted before the text within: it is what the agency says of this version. A signal of correction or
// update leaves its note with the text; a kill is a withdrawal, however the item is marked otherwise.

#include "reading/body_text.h"
#include "reading/text/corrections.h"
#include "reading/xml/news_xml.h"

#include <QRegularExpression>

namespace variorum::reading::xml {

namespace {

using namespace Qt::StringLiterals;
using model::MetadataField;

const QString kType = u"application/vnd.iptc.g2.newsitem+xml"_s;

/// "stat:canceled", "http://cv.iptc.org/newscodes/pubstatusg2/canceled"  ->  "canceled"
QString codeOf(const Node *node)
{
    if (!node)
        return {};
    const QString code = node->attribute(u"qcode").isEmpty() ? node->attribute(u"uri") : node->attribute(u"qcode");
    return code.mid(std::max(code.lastIndexOf(u':'), code.lastIndexOf(u'/')) + 1).toLower();
}

/// The name of a party: written out, or the literal.
QString partyName(const Node *party)
{
    if (!party)
        return {};
    const Node *name = party->child(u"name");
    const QString written = name ? name->plainText() : QString();
    return written.isEmpty() ? party->attribute(u"literal") : written;
}

QString textAt(const Node *from, QStringView path)
{
    const Node *node = from ? from->at(path) : nullptr;
    return node ? node->plainText() : QString();
}

bool isWithdrawn(const Node *itemMeta)
{
    if (!itemMeta)
        return false;
    const QString status = codeOf(itemMeta->child(u"pubStatus"));
    bool isKill = false;
    for (const Node *signal : itemMeta->childrenNamed(u"signal"))
        isKill = isKill || codeOf(signal) == "kill"_L1;
    return isKill || status == "canceled"_L1 || status == "cancelled"_L1 || status == "withheld"_L1;
}

void addMetadata(const Node &item, Draft &draft)
{
    const Node *itemMeta = item.child(u"itemMeta");
    const Node *contentMeta = item.child(u"contentMeta");
    const QString headline = textAt(contentMeta, u"headline");
    draft.find(MetadataField::Title, Trust::Declared, headline.isEmpty() ? textAt(itemMeta, u"title") : headline, u"newsml headline"_s);
    draft.find(MetadataField::Outlet, Trust::Declared, contentMeta ? partyName(contentMeta->child(u"infoSource")) : QString(), u"newsml infoSource"_s);
    draft.find(MetadataField::Outlet, Trust::Declared, itemMeta ? partyName(itemMeta->child(u"provider")) : QString(), u"newsml provider"_s);
    addByline(textAt(contentMeta, u"by"), u"newsml by"_s, draft);
    QStringList creators;
    for (const Node *creator : contentMeta ? contentMeta->childrenNamed(u"creator") : std::vector<const Node *>())
        creators.append(partyName(creator));
    addByline(creators.join(", "_L1), u"newsml creator"_s, draft);
    draft.find(MetadataField::Dateline, Trust::Declared, textAt(contentMeta, u"dateline"), u"newsml dateline"_s);
    draft.find(MetadataField::Dateline, Trust::LinkedData, contentMeta ? partyName(contentMeta->child(u"located")) : QString(), u"newsml located"_s);
    const Node *language = contentMeta ? contentMeta->child(u"language") : nullptr;
    addLanguage(language ? language->attribute(u"tag") : item.attribute(u"lang"), u"newsml language"_s, draft);
    const QString first = textAt(itemMeta, u"firstCreated");
    const QString version = textAt(itemMeta, u"versionCreated");
    addDate(MetadataField::Published, first.isEmpty() ? textAt(contentMeta, u"contentCreated") : first, u"newsml firstCreated"_s, draft);
    if (!draft.best(MetadataField::Published))
        addDate(MetadataField::Published, version, u"newsml versionCreated"_s, draft);
    else if (version != first)
        addDate(MetadataField::Updated, version, u"newsml versionCreated"_s, draft);
    for (const Node *link : itemMeta ? itemMeta->childrenNamed(u"link") : std::vector<const Node *>()) {
        const QString relation = codeOf(link) + link->attribute(u"rel").toLower();
        if (relation.contains("permalink"_L1) || relation.contains("canonical"_L1) || link->attribute(u"contenttype") == "text/html"_L1)
            addAddress(link->attribute(u"href"), u"newsml link"_s, draft);
    }
    addAddress(item.attribute(u"guid"), u"newsml guid"_s, draft);
}

/// What the envelope lacks is taken from the text within.
void addNitf(const Node &nitf, Draft &draft)
{
    Draft inner = readNitf(nitf);
    draft.failure = inner.failure;
    draft.blocks = std::move(inner.blocks);
    draft.captions = std::move(inner.captions);
    draft.corrections += inner.corrections;
    draft.problems.insert(draft.problems.end(), inner.problems.begin(), inner.problems.end());
    draft.findings.insert(draft.findings.end(), inner.findings.begin(), inner.findings.end()); // behind: of equal trust the first counts
}

void addContent(const Node &contentSet, Draft &draft)
{
    for (const Node *inlined : contentSet.childrenNamed(u"inlineXML")) {
        if (!draft.blocks.empty())
            return; // renditions of one text
        const Node *nitf = inlined->child(u"nitf");
        const Node *body = inlined->at(u"html/body");
        if (nitf)
            addNitf(*nitf, draft);
        else
            addHtmlBody(body ? body->innerHtml() : inlined->innerHtml(), draft);
    }
    for (const Node *inlined : contentSet.childrenNamed(u"inlineData")) {
        if (!draft.blocks.empty())
            return;
        if (inlined->attribute(u"contenttype").contains("html"_L1))
            addHtmlBody(inlined->rawText(), draft);
        else if (!inlined->attribute(u"encoding").contains("base64"_L1, Qt::CaseInsensitive))
            addPlainBody(inlined->rawText(), draft);
    }
}

void addEditorsNote(const Node *itemMeta, Draft &draft)
{
    static const QRegularExpression kCorrection(u"\\bcorrect(?:s|ed|ion|ing)\\b|\\bclarif(?:y|ies|ication)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    if (!itemMeta || draft.blocks.empty())
        return;
    bool isCorrection = false;
    for (const Node *signal : itemMeta->childrenNamed(u"signal"))
        isCorrection = isCorrection || codeOf(signal).contains("correct"_L1);
    for (const Node *note : itemMeta->childrenNamed(u"edNote")) {
        const QString text = note->plainText();
        if (isCorrection || kCorrection.match(text).hasMatch())
            addCorrection(text, draft);
    }
}

Draft readItem(const Node &item)
{
    const Node *itemMeta = item.child(u"itemMeta");
    if (isWithdrawn(itemMeta))
        return failedDraft(kType, base::ErrorCode::Withdrawn, u"newsml pubStatus"_s);
    Draft draft;
    draft.mediaType = kType;
    addMetadata(item, draft);
    if (const Node *contentSet = item.child(u"contentSet"))
        addContent(*contentSet, draft);
    if (draft.failure)
        return draft;
    if (draft.blocks.empty()) {
        const QString kind = itemMeta ? codeOf(itemMeta->child(u"itemClass")) : QString();
        const bool isText = kind.isEmpty() || kind == "text"_L1;
        const Node *description = item.at(u"contentMeta/description");
        if (isText && description)
            addPlainBody(description->rawText(), draft);
        if (draft.blocks.empty())
            return failedDraft(kType, isText ? base::ErrorCode::NoArticleText : base::ErrorCode::NotAnArticle, isText ? QString() : u"a news item of the class "_s + kind);
        draft.problems.push_back({base::ErrorCode::OnlySummary, {}, {}});
    }
    addEditorsNote(itemMeta, draft);
    return draft;
}

void collectItems(const Node &from, std::vector<const Node *> &items)
{
    if (from.name == "newsItem"_L1) {
        items.push_back(&from);
        return;
    }
    for (const std::unique_ptr<Node> &child : from.children)
        collectItems(*child, items);
}

} // namespace

std::vector<Draft> readNewsMl(const Node &root)
{
    std::vector<const Node *> items;
    collectItems(root, items);
    std::vector<Draft> drafts;
    for (const Node *item : items)
        drafts.push_back(readItem(*item));
    // Pictures and the like beside articles are not missed.
    const auto isPassedOver = [](const Draft &draft) { return draft.failure && base::isPassedOver(draft.failure->code); };
    if (std::any_of(drafts.begin(), drafts.end(), [&](const Draft &draft) { return !isPassedOver(draft); }))
        std::erase_if(drafts, isPassedOver);
    else if (drafts.size() > 1)
        drafts.resize(1);
    if (drafts.empty())
        drafts.push_back(failedDraft(kType, base::ErrorCode::NotAnArticle, root.name)); // packages, concepts, plans
    return drafts;
}

} // namespace variorum::reading::xml
