#pragma once

#include "reading/draft.h"
#include "reading/xml/xml_tree.h"

#include <vector>

namespace variorum::reading::xml {

/// RSS 0.9x, 1.0 (RDF), 2.0 and Atom: one draft an entry.
[[nodiscard]] bool isFeed(const Node &root);
[[nodiscard]] std::vector<Draft> readFeed(const Node &root);

/// IPTC NewsML-G2: newsItem, alone or within newsMessage; its text may be NITF, XHTML or plain.
[[nodiscard]] std::vector<Draft> readNewsMl(const Node &root);

/// IPTC NITF 3, alone or wrapped.
[[nodiscard]] Draft readNitf(const Node &nitf);

} // namespace variorum::reading::xml
