set(times_sources
    time_calendar.cpp time_calendar.h time_form.h time_reader.cpp time_reader.h time_reader_clock.cpp time_reader_date.cpp
    time_reader_relative.cpp time_reader_span.cpp time_resolver.cpp time_resolver.h tense.cpp tense.h times.cpp times.h)
