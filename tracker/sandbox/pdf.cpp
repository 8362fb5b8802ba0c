#include "tracker/sandbox/pdf.h"

#include "tracker/parse/parsed.h"

namespace tracker::sandbox {

GuardResult text_of_pdf(std::string_view pdf, const GuardLimits& limits) {
  auto result = run_program({"pdftotext", "-q", "-enc", "UTF-8", "-eol", "unix", "-l", std::to_string(parse::kMostPages + 1), "-", "-"},
                            pdf, limits);
  if (result.detail == "the program is not installed") result.detail = "pdftotext is not installed (Debian: poppler-utils)";
  return result;
}

}  // namespace tracker::sandbox
