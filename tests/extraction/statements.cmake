variorum_add_test(extraction_statements_test SOURCES statements_test.cpp statement_printer.h word_trees.h LINK variorum_extraction variorum_test_support)
if(EXISTS ${CMAKE_SOURCE_DIR}/resources/models/en/sentences.model) # all steps in a row need the trained models
    variorum_add_test(extraction_extract_test SOURCES extract_test.cpp LINK variorum_extraction)
endif()
