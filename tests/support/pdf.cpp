#include "tests/support/pdf.h"

#include <zlib.h>

namespace tests {
namespace {

class Writer {
 public:
  void object(const std::string& body) {
    places_.push_back(out_.size());
    out_ += std::to_string(places_.size()) + " 0 obj\n" + body + "\nendobj\n";
  }
  static std::string stream(const std::string& bytes, const std::string& filter = "") {
    return "<< /Length " + std::to_string(bytes.size()) + filter + " >>\nstream\n" + bytes + "\nendstream";
  }
  std::string finish() {
    const auto table = out_.size();
    out_ += "xref\n0 " + std::to_string(places_.size() + 1) + "\n0000000000 65535 f \n";
    for (const auto place : places_) {
      const auto digits = std::to_string(place);
      out_ += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    return out_ + "trailer\n<< /Size " + std::to_string(places_.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
  }

 private:
  std::string out_ = "%PDF-1.4\n";
  std::vector<std::size_t> places_;
};

std::string packed(const std::string& bytes) {
  auto length = compressBound(bytes.size());
  std::string out(length, '\0');
  compress2(reinterpret_cast<Bytef*>(out.data()), &length, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), 9);
  out.resize(length);
  return out;
}

std::string document(const std::vector<std::string>& streams, const std::string& catalog) {
  Writer writer;
  std::string kids;
  for (std::size_t i = 0; i < streams.size(); ++i) kids += std::to_string(4 + 2 * i) + " 0 R ";
  writer.object("<< /Type /Catalog /Pages 2 0 R " + catalog + " >>");
  writer.object("<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(streams.size()) + " >>");
  writer.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  for (std::size_t i = 0; i < streams.size(); ++i) {
    writer.object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents " +
                  std::to_string(5 + 2 * i) + " 0 R >>");
    writer.object(streams[i]);
  }
  return writer.finish();
}

}  // namespace

std::string pdf_of(const std::vector<std::string>& pages, const std::string& catalog) {
  std::vector<std::string> streams;
  for (const auto& page : pages) streams.push_back(Writer::stream("BT /F 12 Tf 72 720 Td (" + page + ") Tj ET"));
  return document(streams, catalog);
}

std::string pdf_bomb(const std::string& content, std::size_t times) {
  std::string all = "BT /F 12 Tf 72 720 Td ";
  for (std::size_t i = 0; i < times; ++i) all += content;
  return document({Writer::stream(packed(packed(all + " ET")), " /Filter [/FlateDecode /FlateDecode]")}, "");
}

}  // namespace tests
