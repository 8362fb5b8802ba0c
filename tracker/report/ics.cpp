#include "tracker/report/ics.h"

#include <algorithm>

#include "tracker/base/text.h"

namespace tracker::report {
namespace {

using base::Day;
using base::Instant;

constexpr std::size_t kLongestLine = 75;  // bytes, without the line end (RFC 5545, 3.1)
constexpr Day kFirstDay = std::chrono::year(1) / 1 / 1;
constexpr Day kLastDay = std::chrono::year(9999) / 12 / 31;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// Length of the prefix of `text` that fits into `room` bytes and ends with a whole character.
std::size_t fitting(std::string_view text, std::size_t room) {
  if (text.size() <= room) return text.size();
  std::size_t end = room;
  while (end > 0 && is_continuation(text[end])) --end;
  return end == 0 ? room : end;
}

class Lines {
 public:
  void add(std::string_view line) { bytes_ += ics_line(line); }
  /// Nothing where there is no value: an empty property says something else than none.
  void add(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    if (name.size() + 1 + value.size() > kLongestLine) return add(std::string(name) + ":" + std::string(value));
    bytes_.append(name).append(1, ':').append(value).append("\r\n");
  }
  void text(std::string_view name, std::string_view value) { add(name, ics_text(value)); }

  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

std::string digits_only(std::string text) {
  std::erase(text, '-');
  std::erase(text, ':');
  return text;
}

std::string date(Day day) { return digits_only(base::to_iso(std::clamp(day, kFirstDay, kLastDay))); }

std::string moment(Instant instant) { return digits_only(base::to_rfc3339(instant)); }

/// An address is written as it is; what could end the line has no place in one.
std::string address(std::string_view url) {
  std::string out;
  for (const char c : url)
    if (static_cast<unsigned char>(c) > ' ' && c != '\x7F') out += c;
  return out;
}

void add_entry(Lines& lines, const CalendarEntry& entry) {
  lines.add("BEGIN:VEVENT");
  lines.text("UID", entry.uid);
  lines.add("DTSTAMP", moment(entry.said));
  lines.add("LAST-MODIFIED", moment(entry.said));
  lines.add("SEQUENCE", std::to_string(entry.sequence));
  lines.add("DTSTART;VALUE=DATE", date(entry.first));
  // DTEND is the day after (3.8.2.2).
  lines.add("DTEND;VALUE=DATE", date(std::max(entry.first, entry.last) + std::chrono::days(1)));
  lines.text("SUMMARY", entry.summary);
  lines.text("DESCRIPTION", entry.description);
  lines.text("LOCATION", entry.location);
  lines.add("URL", address(entry.url));
  std::string categories;
  for (const auto& category : entry.categories) categories += (categories.empty() ? "" : ",") + ics_text(category);
  lines.add("CATEGORIES", categories);
  lines.add("STATUS", entry.cancelled ? "CANCELLED" : entry.tentative ? "TENTATIVE" : "CONFIRMED");
  lines.add("TRANSP:TRANSPARENT");  // nobody is busy because of it
  lines.add("CLASS:PUBLIC");
  lines.add("END:VEVENT");
}

}  // namespace

std::string ics_text(std::string_view text) {
  std::string out;
  const auto broken = base::first_invalid_utf8(text);
  for (const char c : text.substr(0, broken.value_or(text.size()))) {
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\\' || c == ';' || c == ',') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) >= ' ' && c != '\x7F') {
      out += c;
    } else if (c == '\t') {
      out += ' ';
    }
  }
  return out;
}

std::string ics_line(std::string_view line) {
  std::string out;
  std::size_t room = kLongestLine;
  for (bool first = true; first || !line.empty(); first = false) {
    if (!first) out += ' ';
    const auto length = fitting(line, room);
    out.append(line.substr(0, length));
    out += "\r\n";
    line.remove_prefix(length);
    room = kLongestLine - 1;  // the space that continues a line counts
  }
  return out;
}

std::string to_ics(const Calendar& calendar) {
  Lines lines;
  lines.add("BEGIN:VCALENDAR");
  lines.add("VERSION:2.0");
  lines.add("PRODID:-//Tizim//sitegen//EN");
  lines.add("CALSCALE:GREGORIAN");
  lines.add("METHOD:PUBLISH");
  lines.text("UID", calendar.uid);
  lines.add("LAST-MODIFIED", moment(calendar.said));
  const std::string language = calendar.language.empty() ? "" : ";LANGUAGE=" + calendar.language;
  lines.text("NAME" + language, calendar.name);
  lines.text("X-WR-CALNAME", calendar.name);  // what programs knew before RFC 7986
  lines.text("DESCRIPTION" + language, calendar.description);
  lines.add("URL", address(calendar.url));
  lines.add("SOURCE;VALUE=URI", address(calendar.source));
  lines.add("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
  for (const auto& entry : calendar.entries) add_entry(lines, entry);
  lines.add("END:VCALENDAR");
  return lines.take();
}

}  // namespace tracker::report
