set(quantities_sources
    coordinated_counts.cpp coordinated_counts.h counted_noun.cpp counted_noun.h number_names.cpp number_names.h quantities.cpp quantities.h
    quantity_reader.cpp quantity_reader.h quantity_reader_age.cpp unit_reader.cpp unit_reader.h)
