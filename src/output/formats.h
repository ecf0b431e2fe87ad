#pragma once
/// The functions behind the rows of format.cpp, one file a format.
#include "output/format.h"
#include "output/json_writer.h"

namespace incidents::output {

void begin_nothing(const Style&, std::string& out);
void end_nothing(const Summary&, const Style&, std::string& out);

// json.cpp
void begin_json(const Style&, std::string& out);
void record_json(const Document&, const Style&, std::string& out);
void end_json(const Summary&, const Style&, std::string& out);
void record_ndjson(const Document&, const Style&, std::string& out);
/// One object of the `incidents/1` contract.
void write_document(const Document&, JsonWriter&);
void write_location(const IncidentLocation&, JsonWriter&);
void write_summary(const Summary&, JsonWriter&);

// text.cpp
void record_text(const Document&, const Style&, std::string& out);
void end_text(const Summary&, const Style&, std::string& out);

// csv.cpp
void begin_csv(const Style&, std::string& out);
void record_csv(const Document&, const Style&, std::string& out);
void begin_tsv(const Style&, std::string& out);
void record_tsv(const Document&, const Style&, std::string& out);

// acled.cpp
void begin_acled(const Style&, std::string& out);
void record_acled(const Document&, const Style&, std::string& out);

// geojson.cpp
void begin_geojson(const Style&, std::string& out);
void record_geojson(const Document&, const Style&, std::string& out);
void end_geojson(const Summary&, const Style&, std::string& out);

// timelinejs.cpp
void begin_timelinejs(const Style&, std::string& out);
void record_timelinejs(const Document&, const Style&, std::string& out);

}  // namespace incidents::output
