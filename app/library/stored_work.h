#pragma once

#include "model/person_work.h"

namespace variorum::library {

/// A piece of the person's work as stored.
struct StoredWork {
    qint64 id = 0;
    model::WorkItem item;

    bool operator==(const StoredWork &) const = default;
};

/// Which bytes and part an article was read from, one a version, the first first.
struct ArticleKey {
    base::ArticleId article;
    QByteArray sha256;
    int part = 0;

    bool operator==(const ArticleKey &) const = default;
};

} // namespace variorum::library
