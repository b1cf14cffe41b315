//! Ratios that hold on a noisy machine: the two sides run in turns, and the medians are compared.

use std::time::{Duration, Instant};

/// How often each side runs.
const ROUNDS: usize = 31;

/// The time that something takes.
pub(crate) fn time(run: impl FnOnce()) -> Duration {
    let start = Instant::now();
    run();
    start.elapsed()
}

/// Prints how many times as long `ours` takes as `theirs`, and the bar it is held to.
///
/// Does nothing in a test run of the benchmarks, which only wants to see that everything runs.
pub(crate) fn ratio(
    what: &str,
    bar: Option<f64>,
    mut ours: impl FnMut() -> Duration,
    mut theirs: impl FnMut() -> Duration,
) {
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let (mut ours, mut theirs): (Vec<_>, Vec<_>) = (0..ROUNDS).map(|_| (ours(), theirs())).unzip();
    let (ours, theirs) = (median(&mut ours), median(&mut theirs));
    let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
    let verdict = match bar {
        Some(bar) if ratio <= bar => format!("bar {bar}: met"),
        Some(bar) => format!("bar {bar}: NOT met"),
        None => "no bar".to_owned(),
    };
    println!("ratio {what}: {ratio:.3} ({ours:.1?} against {theirs:.1?}; {verdict})");
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
