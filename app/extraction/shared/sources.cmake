set(shared_sources number_reader.cpp number_reader.h pieces.cpp pieces.h)
