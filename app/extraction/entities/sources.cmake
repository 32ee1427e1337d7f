set(entities_sources
    coreference.cpp coreference.h entities.cpp entities.h grouping.cpp grouping.h mentions.cpp mentions.h name_evidence.cpp name_evidence.h
    sentence_tree.cpp sentence_tree.h states.cpp states.h)
