#include "reading/draft.h"

namespace variorum::reading {

void Draft::find(model::MetadataField field, Trust trust, const QString &value, const QString &source)
{
    const QString trimmed = value.simplified();
    if (!trimmed.isEmpty())
        findings.push_back({field, trust, {trimmed}, source});
}

void Draft::find(model::MetadataField field, Trust trust, const model::NewsDate &value, const QString &source)
{
    findings.push_back({field, trust, {value.toString()}, source});
}

const Finding *Draft::best(model::MetadataField field) const
{
    const Finding *found = nullptr;
    for (const Finding &finding : findings) {
        if (finding.field == field && !finding.values.isEmpty() && (!found || finding.trust < found->trust))
            found = &finding;
    }
    return found;
}

} // namespace variorum::reading
