set(quantities_sources
    counted_noun.cpp counted_noun.h number_names.cpp number_names.h quantities.cpp quantities.h quantity_reader.cpp quantity_reader.h
    unit_reader.cpp unit_reader.h)
