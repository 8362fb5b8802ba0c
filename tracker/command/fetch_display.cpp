#include "tracker/command/fetch_display.h"

#include <algorithm>
#include <cstdio>

#include "tracker/base/text.h"

namespace tracker::command {
namespace {

using fetch::HostState;

constexpr std::chrono::milliseconds kTick{100};
constexpr int kNarrow = 60;  // columns: below them bytes are left out

int rank(HostState state) {
  switch (state) {
    case HostState::Asking: return 0;
    case HostState::Waiting: return 1;
    case HostState::Pausing: return 2;
    case HostState::Queued: return 3;
    case HostState::Done: return 4;
  }
  return 4;
}

std::string state_in_words(const fetch::HostProgress& host) {
  switch (host.state) {
    case HostState::Asking: return "asking";
    case HostState::Waiting: return "asked to wait " + in_words(host.until_next);
    case HostState::Pausing: return "pause " + in_words(host.until_next);
    case HostState::Queued: return "queued";
    case HostState::Done: return "done";
  }
  return {};
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t has = base::display_width(text);
  if (has < width) text.append(width - has, ' ');
  return text;
}

/// Host names have no wide characters: what is cut is code points.
std::string fitted(const std::string& text, int width) {
  return base::shorten(text, static_cast<std::size_t>(std::max(1, width)));
}

}  // namespace

std::string in_words(std::chrono::milliseconds time) {
  const auto seconds = (time.count() + 999) / 1000;
  if (seconds < 120) return std::to_string(seconds) + " s";
  if (seconds < 3600) return std::to_string(seconds / 60) + " min";
  return std::to_string(seconds / 3600) + " h " + std::to_string(seconds % 3600 / 60) + " min";
}

std::string bytes_in_words(long long bytes) {
  if (bytes < 1000) return std::to_string(bytes) + " B";
  const char* const units[] = {"kB", "MB", "GB", "TB"};
  double value = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  while (value >= 999.5 && unit + 1 < std::size(units)) {
    value /= 1000;
    ++unit;
  }
  char text[32];
  std::snprintf(text, sizeof text, value < 9.95 ? "%.1f %s" : "%.0f %s", value, units[unit]);
  return text;
}

std::vector<std::string> progress_lines(const fetch::Progress& progress, int width, int most) {
  std::vector<const fetch::HostProgress*> shown;
  for (const auto& host : progress.hosts)
    if (host.state != HostState::Done) shown.push_back(&host);
  std::stable_sort(shown.begin(), shown.end(), [](auto* a, auto* b) { return rank(a->state) < rank(b->state); });
  const std::size_t room = static_cast<std::size_t>(std::max(2, most)) - 1;
  const std::size_t hidden = shown.size() > room ? shown.size() - room : 0;
  shown.resize(shown.size() - hidden);
  std::size_t name_width = 10;
  const std::size_t widest = width < kNarrow ? 20 : 32;  // what a host is doing stays in sight
  for (const auto* host : shown) name_width = std::max(name_width, std::min(widest, host->host.size()));
  std::vector<std::string> lines;
  for (const auto* host : shown) {
    const std::string counts = std::to_string(host->ended) + "/" + std::to_string(host->ended + host->waiting);
    const std::string bytes = width < kNarrow ? std::string() : padded(bytes_in_words(host->bytes), 8) + ' ';
    lines.push_back(fitted("  " + padded(base::shorten(host->host, name_width), name_width) + "  " + padded(counts, 9) + ' ' + bytes +
                               padded(state_in_words(*host), 8) + "  " + base::visible(host->url),
                           width));
  }
  std::string last = "  " + std::to_string(progress.ended) + " ended, " + std::to_string(progress.waiting) + " to go, " +
                     bytes_in_words(progress.bytes);
  if (hidden > 0) last += ", " + std::to_string(hidden) + " more hosts";
  lines.push_back(fitted(last, width));
  return lines;
}

FetchDisplay::FetchDisplay(std::ostream& to, bool is_terminal, int width, int height)
    : to_(to), is_terminal_(is_terminal), width_(width), height_(height) {}

FetchDisplay::~FetchDisplay() { clear(); }

void FetchDisplay::erase() {
  if (drawn_ > 0) to_ << "\x1b[" << drawn_ << "A\x1b[J";
  drawn_ = 0;
}

void FetchDisplay::draw() {
  for (const auto& line : lines_) to_ << line << "\x1b[K\n";
  drawn_ = lines_.size();
  to_ << std::flush;
}

void FetchDisplay::clear() {
  erase();
  lines_.clear();
  to_ << std::flush;
}

void FetchDisplay::show(const fetch::Progress& progress) {
  if (!is_terminal_) return;
  erase();
  // A column is left free: a line that ends in the last one would wrap on some terminals.
  lines_ = progress.waiting == 0 ? std::vector<std::string>() : progress_lines(progress, width_ - 1, height_ - 2);
  draw();
}

void FetchDisplay::show_reading(std::size_t read, std::size_t all) {
  const auto now = std::chrono::steady_clock::now();
  if (!is_terminal_ || now - reading_shown_ < kTick) return;
  reading_shown_ = now;
  erase();
  lines_ = {fitted("  reading what came: " + std::to_string(read) + " of " + std::to_string(all) + " pages", width_ - 1)};
  draw();
}

void FetchDisplay::print(const std::string& line) {
  erase();
  to_ << line << '\n';
  if (is_terminal_) draw();
}

}  // namespace tracker::command
