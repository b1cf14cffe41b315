//! Expanding patterns: against a scan that compares with a general matcher and collects what it finds.

use std::{hint::black_box, time::Duration};

use catalog::{AnyAction, expand};
use criterion::Criterion;

mod ratio;

/// One of a kind: a beginning, an end, something between, everything of a service, everything.
const PATTERNS: &[&str] = &["ses:Get*", "ses:*Template", "ses:*R?le*", "ses:*", "*"];

/// What one writes without this crate: lower-case names in a list, and a pattern turned into parts.
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

fn count(pattern: &str) -> usize {
    expand(black_box(pattern)).map(Iterator::count).unwrap_or_default()
}

/// The time of many runs.
fn repeat<T>(run: impl Fn() -> T) -> Duration {
    ratio::time(|| {
        for _ in 0..200 {
            black_box(run());
        }
    })
}

fn main() {
    let plain = Plain::new();
    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("expand");
    group.warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(1));
    for pattern in PATTERNS {
        assert_eq!(count(pattern), plain.expand(pattern).len());
        group.bench_function(format!("catalog/{pattern}"), |bencher| bencher.iter(|| count(pattern)));
        group.bench_function(format!("plain/{pattern}"), |bencher| bencher.iter(|| plain.expand(pattern)));
    }
    group.finish();
    criterion.final_summary();
    for pattern in PATTERNS {
        ratio::ratio(
            &format!("expand {pattern}, catalog / plain scan"),
            None,
            || repeat(|| count(pattern)),
            || repeat(|| plain.expand(pattern)),
        );
    }
}
