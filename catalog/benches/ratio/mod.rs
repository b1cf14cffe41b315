//! Ratios that are reliable on a busy machine: the two sides run alternately, and the medians are compared. The
//! functions print the results and never fail.

#![allow(dead_code, reason = "each benchmark uses only some of the functions")]

use std::time::{Duration, Instant};

/// The maximum number of runs of each side, and the minimum even if the runs are slow.
const ROUNDS: std::ops::RangeInclusive<usize> = 7..=31;
/// The time after which no further runs start, once the minimum is reached.
const ENOUGH: Duration = Duration::from_secs(15);

/// Returns true if the benchmarks measure. A test run only checks that they work.
pub(crate) fn measuring() -> bool {
    std::env::args().any(|argument| argument == "--bench")
}

/// Returns the time that a function takes.
pub(crate) fn time(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

/// Returns the results of many runs: one in a test run, otherwise as many as the time allows.
pub(crate) fn rounds<T>(mut run: impl FnMut() -> T) -> Vec<T> {
    let (start, most) = (Instant::now(), if measuring() { *ROUNDS.end() } else { 1 });
    (0..most).take_while(|round| round < ROUNDS.start() || start.elapsed() < ENOUGH).map(|_| run()).collect()
}

/// Prints the ratio of the time of `ours` to the time of `theirs`, and the limit of the ratio.
///
/// Does nothing in a test run, which only checks that the benchmarks work.
pub(crate) fn ratio(
    what: &str,
    bar: Option<f64>,
    mut ours: impl FnMut() -> Duration,
    mut theirs: impl FnMut() -> Duration,
) {
    if measuring() {
        let (ours, theirs): (Vec<_>, Vec<_>) = rounds(|| (ours(), theirs())).into_iter().unzip();
        compare(what, bar, median(ours), median(theirs));
    }
}

/// Prints the ratio of the time of `run` to its limit. It uses the fastest run, because other processes on the machine
/// can only add time.
///
/// Does nothing in a test run, which only checks that the benchmarks work.
pub(crate) fn limit(what: &str, bar: Duration, run: impl FnMut() -> Duration) {
    if measuring() {
        let measured = rounds(run).into_iter().min().unwrap_or_default();
        report(what, measured.as_secs_f64() / bar.as_secs_f64(), Some(1.0), &format!("{measured:.1?} of {bar:.1?}"));
    }
}

/// Prints the ratio of two times.
pub(crate) fn compare(what: &str, bar: Option<f64>, ours: Duration, theirs: Duration) {
    report(what, ours.as_secs_f64() / theirs.as_secs_f64(), bar, &format!("{ours:.1?} against {theirs:.1?}"));
}

/// Prints a ratio, the measured values, and whether the ratio is within its limit.
pub(crate) fn report(what: &str, ratio: f64, bar: Option<f64>, measured: &str) {
    let verdict = match bar {
        Some(bar) if ratio <= bar => format!("bar {bar}: met"),
        Some(bar) => format!("bar {bar}: NOT met"),
        None => "no bar".to_owned(),
    };
    println!("ratio {what}: {ratio:.3} ({measured}; {verdict})");
}

/// Returns the median.
pub(crate) fn median<T: Ord + Copy + Default>(mut values: Vec<T>) -> T {
    values.sort_unstable();
    values.get(values.len() / 2).copied().unwrap_or_default()
}
