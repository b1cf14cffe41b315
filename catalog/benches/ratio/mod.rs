//! Ratios that hold on a noisy machine: the two sides run in turns, and the medians are compared. Prints, and fails
//! nothing.

#![allow(dead_code, reason = "no benchmark uses all of it")]

use std::time::{Duration, Instant};

/// How often each side runs: at most, and at least however long it takes.
const ROUNDS: std::ops::RangeInclusive<usize> = 7..=31;
/// When it is enough, once each side has run as often as it must.
const ENOUGH: Duration = Duration::from_secs(15);

/// Whether this is a measurement, and not a test run of the benchmarks, which only wants to see that everything runs.
pub(crate) fn measuring() -> bool {
    std::env::args().any(|argument| argument == "--bench")
}

/// The time that something takes.
pub(crate) fn time(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

/// What many runs give: once in a test run, in a measurement as many as there is time for.
pub(crate) fn rounds<T>(mut run: impl FnMut() -> T) -> Vec<T> {
    let (start, most) = (Instant::now(), if measuring() { *ROUNDS.end() } else { 1 });
    (0..most).take_while(|round| round < ROUNDS.start() || start.elapsed() < ENOUGH).map(|_| run()).collect()
}

/// Prints how many times as long `ours` takes as `theirs`, and the bar it is held to.
///
/// Does nothing in a test run.
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

/// Prints how much of the time that it may take at most something takes: at its quickest, as what others do on the
/// machine only ever adds.
///
/// Does nothing in a test run.
pub(crate) fn limit(what: &str, bar: Duration, run: impl FnMut() -> Duration) {
    if measuring() {
        let measured = rounds(run).into_iter().min().unwrap_or_default();
        report(what, measured.as_secs_f64() / bar.as_secs_f64(), Some(1.0), &format!("{measured:.1?} of {bar:.1?}"));
    }
}

/// Prints how many times as long ours is as theirs.
pub(crate) fn compare(what: &str, bar: Option<f64>, ours: Duration, theirs: Duration) {
    report(what, ours.as_secs_f64() / theirs.as_secs_f64(), bar, &format!("{ours:.1?} against {theirs:.1?}"));
}

/// Prints a ratio, what it is a ratio of, and whether its bar is met.
pub(crate) fn report(what: &str, ratio: f64, bar: Option<f64>, measured: &str) {
    let verdict = match bar {
        Some(bar) if ratio <= bar => format!("bar {bar}: met"),
        Some(bar) => format!("bar {bar}: NOT met"),
        None => "no bar".to_owned(),
    };
    println!("ratio {what}: {ratio:.3} ({measured}; {verdict})");
}

/// The one in the middle.
pub(crate) fn median<T: Ord + Copy + Default>(mut values: Vec<T>) -> T {
    values.sort_unstable();
    values.get(values.len() / 2).copied().unwrap_or_default()
}
