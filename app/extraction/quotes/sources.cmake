set(quotes_sources attribution.cpp attribution_phrases.cpp attribution.h quote_marks.cpp quote_marks.h quotes.cpp quotes.h reporting_verbs.cpp reporting_verbs.h)
