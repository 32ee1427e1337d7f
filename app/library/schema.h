#pragma once

#include "library/connection.h"

#include <QString>
#include <vector>

namespace variorum::library {

/// "VRM1", in the file's header: this SQLite file is a library.
inline constexpr int kApplicationId = 0x56524D31;

/// One numbered change of the schema: resources/schema/NNN.sql.
struct SchemaStep {
    int version = 0; ///< 1, 2, ...
    QString sql;
};

/// All steps that this program knows, ascending without gaps.
[[nodiscard]] base::Result<std::vector<SchemaStep>> schemaSteps();

/// The statements of a step: one ends where a line ends with a semicolon.
[[nodiscard]] QStringList statementsOf(const QString &sql);

/// Brings the library to the newest of `steps`, each step in one transaction with its number; a library that holds
/// something is copied beside itself first. LibraryNewer if it is beyond them.
[[nodiscard]] base::Result<void> migrate(Connection &connection, const std::vector<SchemaStep> &steps);

} // namespace variorum::library
