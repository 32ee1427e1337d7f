set(statements_sources
    certainty.cpp certainty.h clause_questions.cpp clause_repair.cpp clause_repair.h clauses.cpp clauses.h field_context.cpp field_context.h noun_statements.cpp noun_statements.h
    origins.cpp origins.h phrase_repair.cpp phrase_repair.h report_repair.cpp report_repair.h slots.cpp slots.h statements.cpp statements.h tree_editor.h tree_repair.cpp tree_repair.h)
