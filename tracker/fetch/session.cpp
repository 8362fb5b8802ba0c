// One loop drives everything: hand out requests to hosts that may be asked, let libcurl work, judge what has ended.
#include "tracker/fetch/session.h"

#include "tracker/base/text.h"
#include "tracker/fetch/explain.h"
#include "tracker/fetch/hosts.h"
#include "tracker/fetch/idn.h"
#include "tracker/fetch/journey.h"
#include "tracker/fetch/multi.h"
#include "tracker/fetch/origins.h"
#include "tracker/fetch/transfer.h"
#include "tracker/fetch/url.h"

#include <algorithm>
#include <deque>
#include <map>
#include <utility>

namespace tracker::fetch {
namespace {

using std::chrono::milliseconds;
using Steady = std::chrono::steady_clock;
using model::FetchOutcome;

constexpr milliseconds kTick{100};               // how late a stop or a limit of time may be noticed
constexpr long long kHeldBeforeNew = 64LL * 1024 * 1024;
constexpr std::size_t kMostUntold = 256;         // that have ended: an owner who is slower than the hosts holds them up

}  // namespace

struct Session::Impl {
  Impl(Settings given, Owner& its_owner, Clock& its_clock, Hooks its_hooks)
      : settings(std::move(given)), owner(its_owner), clock(its_clock), hooks(std::move(its_hooks)) {}
  ~Impl() {
    for (auto& host : hosts.all())
      if (host->active) multi.remove(host->active->handle());
  }

  // --- what is to be asked ---------------------------------------------------------------------------------------

  void add(Job job) {
    auto journey = std::make_unique<Journey>();
    journey->job = std::move(job);
    std::string why;
    const auto url = checked_url(journey->job.request.url, why);
    if (!url) {
      journey->outcome.final_url = journey->job.request.url;
      journey->end(FetchOutcome::Refused, plain(why));
      finished.push_back(std::move(journey));
      return;
    }
    journey->start(*url);
    if (journey->job.parent.empty()) known_hosts.push_back(bare_host_of(*url));
    enqueue(std::move(journey), Place::Back);
  }

  enum class Place { Front, Back };

  void enqueue(std::unique_ptr<Journey> journey, Place place) {
    Host& host = hosts.of(journey->url);
    if (place == Place::Front) {
      host.waiting.push_front(std::move(journey));
    } else {
      host.waiting.push_back(std::move(journey));
    }
  }

  // --- starting requests -----------------------------------------------------------------------------------------

  /// The next journey of the host that can be asked for now, or the robots.txt that it waits for; null: none yet.
  std::unique_ptr<Journey> next_of(Host& host) {
    for (auto at = host.waiting.begin(); at != host.waiting.end();) {
      Journey& journey = **at;
      if (!journey.is_robots) {
        const Origin& origin = origins.of(journey.origin);
        if (origin.state == Origin::State::Asked) {  // its robots.txt led to another host
          ++at;
          continue;
        }
        if (origin.state == Origin::State::Wanted) return origins.robots_for(journey);
        if (!origins.allows(journey)) {
          finished.push_back(std::move(*at));
          at = host.waiting.erase(at);
          continue;
        }
      }
      auto chosen = std::move(*at);
      host.waiting.erase(at);
      return chosen;
    }
    return nullptr;
  }

  std::optional<std::string> exhausted() const {
    const Budget& budget = settings.budget;
    if (budget.requests > 0 && totals.requests >= budget.requests)
      return std::to_string(budget.requests) + " requests";
    if (budget.bytes > 0 && totals.wire_bytes >= budget.bytes) return std::to_string(budget.bytes) + " bytes";
    if (budget.time.count() > 0 && clock.steady() - begun >= budget.time)
      return std::to_string(budget.time.count()) + " s";
    return std::nullopt;
  }

  void postpone_all(Host& host, const std::string& why) {
    for (auto& journey : std::exchange(host.waiting, {})) {
      journey->end(journey->is_robots ? FetchOutcome::Unreachable : FetchOutcome::Postponed, why);
      close(std::move(journey));
    }
  }

  bool may_start_another() const {
    return under_way < settings.most_at_once && shared.held_bytes + finished_bytes < kHeldBeforeNew &&
           finished.size() < kMostUntold;
  }

  void start_ready() {
    const auto out_of = exhausted();
    const auto now = clock.steady();
    auto& all = hosts.all();
    for (std::size_t i = 0; i < all.size(); ++i) {
      Host& host = *all[(first_host + i) % all.size()];
      if (host.active || host.waiting.empty()) continue;
      host.stuck = false;
      if (out_of) {
        postpone_all(host, "the budget of the run is used up: " + *out_of);
      } else if (!host.closed.empty()) {
        postpone_all(host, host.closed);
      } else if (host.ready_at <= now) {
        if (!may_start_another()) {
          first_host = (first_host + i) % all.size();  // who had to stand back is first the next time
          return;
        }
        if (auto journey = next_of(host)) {
          begin(host, std::move(journey));
        } else {
          host.stuck = true;
        }
      }
    }
  }

  void begin(Host& host, std::unique_ptr<Journey> journey) {
    const Request& request = journey->job.request;
    if (!settings.proxy.empty()) {
      if (const auto why = host_refusal(journey->url, request.allow_private_addresses)) {
        journey->end(FetchOutcome::Refused, *why);
        return close(std::move(journey));
      }
    }
    Order order;
    order.url = journey->url;
    order.limits = request.limits;
    order.allow_private_addresses = request.allow_private_addresses;
    order.is_robots = journey->is_robots;
    order.time_left = request.limits.total - journey->spent;
    if (journey->is_conditional()) {
      order.etag = request.etag;
      order.last_modified = request.last_modified;
    }
    if (order.time_left.count() <= 0) {
      journey->end(FetchOutcome::Unreachable,
                   "no answer within " + std::to_string(request.limits.total.count() / 1000) + " s");
      return close(std::move(journey));
    }
    if (journey->outcome.via.empty()) {
      ++journey->outcome.attempts;
      journey->outcome.started = clock.now();
    }
    journey->sent_at = Steady::now();
    host.active = std::make_unique<Transfer>(std::move(order), shared, chains[journey->origin]);
    host.journey = std::move(journey);
    by_handle[host.active->handle()] = &host;
    multi.add(host.active->handle());
    ++under_way;
    ++totals.requests;
  }

  // --- what has come ---------------------------------------------------------------------------------------------

  void collect() {
    while (const auto done = multi.next_done()) {
      const auto found = by_handle.find(done->handle);
      if (found != by_handle.end()) took(*found->second, done->result);
    }
    const auto now = Steady::now();
    auto& all = hosts.all();
    for (std::size_t i = 0; i < all.size(); ++i)  // which may grow meanwhile
      if (all[i]->active && all[i]->active->is_over_time(now)) took(*all[i], CURLE_OPERATION_TIMEDOUT);
  }

  void took(Host& host, CURLcode result) {
    const auto transfer = std::move(host.active);
    auto journey = std::move(host.journey);
    by_handle.erase(transfer->handle());
    multi.remove(transfer->handle());
    --under_way;
    Answer answer = transfer->finish(result);
    totals.wire_bytes += answer.all_bytes;
    host.bytes += answer.all_bytes;
    journey->spent += std::chrono::duration_cast<milliseconds>(Steady::now() - journey->sent_at);
    if (const auto chain = chains.find(journey->origin); chain != chains.end() && answer.connected)
      journey->outcome.chain = chain->second;
    pause(host, *journey);
    judge(host, std::move(journey), std::move(answer));
  }

  /// The delay between this request and the next. The file of manners itself is asked for without one.
  void pause(Host& host, const Journey& journey) {
    if (journey.is_robots) return;
    const Origin* origin = origins.find(journey.origin);
    const auto delay = origin ? origin->delay : settings.delay;
    host.ready_at = clock.steady() + delay;
    host.state = HostState::Pausing;
  }

  void judge(Host& host, std::unique_ptr<Journey> journey, Answer answer) {
    const bool has_answer = answer.headers_complete;
    const auto step = journey->take(std::move(answer));
    if (step == Journey::Step::Ended && has_answer) host.failures = 0;
    if (step == Journey::Step::Redirected) return enqueue(std::move(journey), Place::Front);
    if (step == Journey::Step::MayTryAgain && hosts.comes_again(host, *journey, begun)) {
      journey->start(journey->url_of_start);
      return enqueue(std::move(journey), Place::Front);
    }
    if (!journey->is_robots && journey->outcome.kind == FetchOutcome::Unreachable && !has_answer) hosts.failed(host);
    close(std::move(journey));
  }

  /// A journey is over: the owner is told in the loop, a robots.txt is learnt at once.
  void close(std::unique_ptr<Journey> journey) {
    if (!journey->is_robots) {
      finished_bytes += static_cast<long long>(journey->outcome.body.size());
      finished.push_back(std::move(journey));
      return;
    }
    if (origins.learn(*journey)) return;
    Host& host = hosts.of(journey->robots_origin + "/");
    if (host.closed.empty()) host.closed = host.name + " asked to wait when it was asked for its robots.txt";
  }

  /// Of the first that has ended.
  void tell_owner() {
    auto journey = std::move(finished.front());
    finished.pop_front();
    Outcome& outcome = journey->outcome;
    finished_bytes -= static_cast<long long>(outcome.body.size());
    outcome.milliseconds = static_cast<int>(journey->spent.count());
    if (outcome.started == base::Instant{}) outcome.started = clock.now();
    warn(*journey);
    ++ended;
    if (Host* host = hosts.find(journey->url_of_start)) ++host->ended;
    for (Job& next : owner.ended(journey->job, std::move(outcome))) add(std::move(next));
  }

  void warn(Journey& journey) {
    Outcome& outcome = journey.outcome;
    const Origin* origin = origins.find(journey.origin);
    if (origin && !origin->delay_warning.empty() && outcome.attempts > 0) outcome.warnings.push_back(origin->delay_warning);
    if (auto warning = look_alike(bare_host_of(outcome.final_url), known_hosts))
      outcome.warnings.push_back(std::move(*warning));
  }

  // --- the loop --------------------------------------------------------------------------------------------------

  Totals run() {
    begun = clock.steady();
    while (true) {
      start_ready();
      if (owner.is_stopping()) {
        stop();
        break;
      }
      if (finished.empty() && under_way == 0 && hosts.nothing_waits()) break;
      show();
      // Whoever has answered is asked for the next page first. The owner is told while nothing comes, of one page at a time,
      // so that no answer lies longer than one page takes.
      const bool has_come = wait();
      collect();
      if (!has_come && !finished.empty()) tell_owner();
    }
    show(true);
    return totals;
  }

  void stop() {
    while (!finished.empty()) tell_owner();
    totals.stopped = true;
    totals.left = hosts.jobs_left();
  }

  /// Until something may happen: bytes come, or the next host may be asked. False: nothing came.
  bool wait() {
    if (!finished.empty()) return multi.work(milliseconds(0));
    const auto time = hosts.until_next().value_or(std::chrono::hours(24));
    if (under_way > 0) return multi.work(may_start_another() ? std::min(time, kTick) : kTick);
    clock.wait(std::max(time, milliseconds(1)));
    return false;
  }

  void show(bool last = false) {
    if (!last && Steady::now() - shown < kTick) return;
    shown = Steady::now();
    Progress progress;
    progress.hosts = hosts.progress();
    for (const auto& host : progress.hosts) progress.waiting += host.waiting;
    progress.ended = ended;
    progress.bytes = totals.wire_bytes;
    owner.show(progress);
  }

  Settings settings;
  Owner& owner;
  Clock& clock;
  Hooks hooks;
  Shared shared{settings, hooks};
  std::map<std::string, std::string> chains;  // by origin; before `multi`, whose connections point into it
  Multi multi{static_cast<long>(settings.most_at_once + 16)};
  Hosts hosts{settings, owner, clock};
  std::map<CURL*, Host*> by_handle;
  Origins origins{settings, owner, clock};
  std::deque<std::unique_ptr<Journey>> finished;  // which the owner is to be told of
  long long finished_bytes = 0;                   // of their bodies
  std::vector<std::string> known_hosts;
  std::size_t first_host = 0;
  int under_way = 0;
  int ended = 0;
  milliseconds begun{0};
  Steady::time_point shown{};
  Totals totals;
};

Session::Session(Settings settings, Owner& owner, Clock& clock, Hooks hooks)
    : impl_(std::make_unique<Impl>(std::move(settings), owner, clock, std::move(hooks))) {}

Session::~Session() = default;

void Session::add(Job job) {
  impl_->add(std::move(job));
}

Totals Session::run() {
  return impl_->run();
}

}  // namespace tracker::fetch
