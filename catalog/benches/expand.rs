//! Measures the expansion of patterns, against a time limit and against a simple scan with a general matcher that
//! collects its results.

use std::{hint::black_box, time::Duration};

use catalog::{AnyAction, expand};
use criterion::Criterion;

mod ratio;

/// Patterns with their time limits in microseconds. The first three match by the beginning, the end and the middle of a
/// name. The last two match all actions of a service, and all actions.
const PATTERNS: &[(&str, Option<u64>)] =
    &[("s3:Get*", Some(2)), ("s3:*Acl", None), ("s3:*B?cket*", None), ("s3:*", None), ("*", Some(60))];

/// The code that a user would write without this crate: lower-case names in a list, and a recursive matcher.
struct Plain(Vec<(String, AnyAction)>);

impl Plain {
    fn new() -> Self {
        let actions = catalog::services().flat_map(catalog::Service::actions);
        Self(actions.map(|action| (action.to_string().to_lowercase(), action)).collect())
    }

    fn expand(&self, pattern: &str) -> Vec<AnyAction> {
        let pattern = pattern.to_lowercase();
        let fits = |name: &str| pattern == "*" || matches(pattern.as_bytes(), name.as_bytes());
        self.0.iter().filter(|(name, _)| fits(name)).map(|(_, action)| *action).collect()
    }
}

fn matches(pattern: &[u8], name: &[u8]) -> bool {
    match (pattern, name) {
        ([], []) => true,
        ([b'*', rest @ ..], _) => {
            (0..=name.len()).filter_map(|taken| name.get(taken..)).any(|name| matches(rest, name))
        }
        ([b'?', rest @ ..], [_, others @ ..]) => matches(rest, others),
        ([mark, rest @ ..], [first, others @ ..]) => mark == first && matches(rest, others),
        _ => false,
    }
}

/// Expands a pattern and visits every action in a loop, because `count` might not visit them.
fn each(pattern: &str) -> usize {
    let Ok(found) = expand(black_box(pattern)) else { return 0 };
    let mut count = 0;
    for action in found {
        black_box(action);
        count += 1;
    }
    count
}

/// Expands a pattern and visits every action with `fold`, which the iterator can optimize.
fn fold(pattern: &str) -> usize {
    expand(black_box(pattern)).map(|found| found.map(black_box).fold(0, |count, _| count + 1)).unwrap_or_default()
}

/// The number of runs in a row, because one run is too short to measure.
const REPEATS: u32 = 100;

/// Returns the time of one run.
fn time<T>(run: impl Fn() -> T) -> Duration {
    let all = ratio::time(|| {
        for _ in 0..REPEATS {
            black_box(run());
        }
    });
    all / REPEATS
}

fn main() {
    let plain = Plain::new();
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("expand");
    group.warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(1));
    for (pattern, _) in PATTERNS {
        assert_eq!(each(pattern), plain.expand(pattern).len());
        group.bench_function(format!("catalog/{pattern}"), |bencher| bencher.iter(|| each(pattern)));
        group.bench_function(format!("plain/{pattern}"), |bencher| bencher.iter(|| plain.expand(pattern)));
    }
    group.finish();
    criterion.final_summary();
    for (pattern, bar) in PATTERNS {
        if let Some(bar) = bar.map(Duration::from_micros) {
            ratio::limit(&format!("expand {pattern} in a loop, catalog / bar"), bar, || time(|| each(pattern)));
            ratio::limit(&format!("expand {pattern} by `fold`, catalog / bar"), bar, || time(|| fold(pattern)));
        }
        let what = format!("expand {pattern}, catalog / plain scan");
        ratio::ratio(&what, None, || time(|| each(pattern)), || time(|| plain.expand(pattern)));
    }
}
