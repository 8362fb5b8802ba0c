#include "sitegen/output/serve.h"

#include <httplib.h>
#include <signal.h>

#include <atomic>
#include <fstream>
#include <iterator>
#include <thread>

#include "sitegen/output/tree.h"
#include "tracker/base/error.h"

namespace sitegen::output {

void serve(const std::filesystem::path& folder, int port, const std::function<void(int)>& ready) {
  if (!std::filesystem::exists(folder / kMarker))
    throw tracker::base::Error("serve: \"" + folder.string() + "\" holds no built site", "run `sitegen build` first");

  // Signals are waited for in a thread of their own: the server's stop() is no call for a signal handler.
  sigset_t stop_signals;
  sigemptyset(&stop_signals);
  sigaddset(&stop_signals, SIGINT);
  sigaddset(&stop_signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &stop_signals, nullptr);

  httplib::Server server;
  server.set_mount_point("/", folder.string(), {{"X-Content-Type-Options", "nosniff"}, {"Referrer-Policy", "no-referrer"}});
  server.set_file_extension_and_mimetype_mapping("xml", "application/rss+xml; charset=utf-8");
  server.set_file_extension_and_mimetype_mapping("atom", "application/atom+xml; charset=utf-8");
  server.set_file_extension_and_mimetype_mapping("opml", "text/x-opml; charset=utf-8");
  server.set_file_extension_and_mimetype_mapping("ics", "text/calendar; charset=utf-8");
  server.set_file_extension_and_mimetype_mapping("jsonld", "application/ld+json");
  server.set_file_extension_and_mimetype_mapping("sqlite", "application/vnd.sqlite3");
  server.set_file_extension_and_mimetype_mapping("jsonl", "application/jsonl; charset=utf-8");
  server.set_file_extension_and_mimetype_mapping("html", "text/html; charset=utf-8");
  server.set_file_extension_and_mimetype_mapping("csv", "text/csv; charset=utf-8");
  server.set_error_handler([&](const httplib::Request&, httplib::Response& response) {
    if (response.status != 404) return;
    std::ifstream page(folder / "404.html", std::ios::binary);
    response.set_content(std::string(std::istreambuf_iterator<char>(page), {}), "text/html; charset=utf-8");
  });
  const int bound = port == 0 ? server.bind_to_any_port("127.0.0.1") : (server.bind_to_port("127.0.0.1", port) ? port : -1);
  if (bound < 0)
    throw tracker::base::Error("serve: cannot listen on 127.0.0.1 port " + std::to_string(port),
                               "choose another with --port, or 0 for a free one");
  std::atomic<bool> ended = false;
  std::thread waiter([&] {
    int signal = 0;
    sigwait(&stop_signals, &signal);
    // A server that does not run yet would not hear of it.
    while (!server.is_running() && !ended) std::this_thread::yield();
    server.stop();
  });
  ready(bound);
  server.listen_after_bind();
  ended = true;
  pthread_kill(waiter.native_handle(), SIGTERM);
  waiter.join();
}

}  // namespace sitegen::output
