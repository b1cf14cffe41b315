//! How far a long run has got, on a terminal; a short one, or one that nobody watches, shows nothing.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// How long a run may take before it shows how far it has got.
const PATIENCE: Duration = Duration::from_millis(500);

/// Shows the phases of a run, one after the other.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    start: Instant,
    patience: Duration,
    target: Option<fn() -> ProgressDrawTarget>,
}

impl Progress {
    /// Shows nothing.
    #[must_use]
    pub fn none() -> Self {
        Self { start: Instant::now(), patience: PATIENCE, target: None }
    }

    /// Shows a bar on standard error if that is a terminal, once half a second has passed from now.
    #[must_use]
    pub fn stderr() -> Self {
        Self { target: Some(ProgressDrawTarget::stderr), ..Self::none() }
    }

    /// Begins a phase of `len` steps, of which `what` says what each has done: `pages read`.
    pub(crate) fn phase(&self, what: &'static str, len: usize) -> Phase {
        let bar = ProgressBar::with_draw_target(Some(len as u64), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template("{msg:>17} [{bar:40}] {pos}/{len}") {
            bar.set_style(style.progress_chars("=> "));
        }
        bar.set_message(what);
        Phase { progress: *self, bar, shown: AtomicBool::new(false) }
    }
}

/// One phase; its bar goes when it does.
pub(crate) struct Phase {
    progress: Progress,
    bar: ProgressBar,
    shown: AtomicBool,
}

impl Phase {
    /// One more step is done.
    pub(crate) fn step(&self) {
        let Some(target) = self.progress.target else { return };
        self.bar.inc(1);
        let overdue = || self.progress.start.elapsed() >= self.progress.patience;
        if !self.shown.load(Ordering::Relaxed) && overdue() && !self.shown.swap(true, Ordering::Relaxed) {
            self.bar.set_draw_target(target());
            self.bar.tick();
        }
    }
}

impl Drop for Phase {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::{PATIENCE, Progress};
    use indicatif::{ProgressDrawTarget, TermLike};
    use std::io;
    use std::sync::Mutex;
    use std::time::Duration;

    /// What has been drawn.
    static SCREEN: Mutex<String> = Mutex::new(String::new());

    #[derive(Debug)]
    struct Screen;

    impl TermLike for Screen {
        fn width(&self) -> u16 {
            80
        }
        fn move_cursor_up(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_down(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_right(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn move_cursor_left(&self, _: usize) -> io::Result<()> {
            Ok(())
        }
        fn write_line(&self, line: &str) -> io::Result<()> {
            self.write_str(line)
        }
        fn write_str(&self, text: &str) -> io::Result<()> {
            SCREEN.lock().map(|mut screen| screen.push_str(text)).map_err(|_| io::ErrorKind::Other.into())
        }
        fn clear_line(&self) -> io::Result<()> {
            self.write_str("<clear>")
        }
        fn flush(&self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_bar_is_drawn_when_the_patience_is_over_and_cleared_at_the_end() {
        let target = || ProgressDrawTarget::term_like(Box::new(Screen));
        let drawn = |patience| {
            SCREEN.lock().unwrap().clear();
            let phase = Progress { patience, target: Some(target), ..Progress::none() }.phase("pages read", 2);
            phase.step();
            phase.step();
            drop(phase);
            SCREEN.lock().unwrap().clone()
        };
        let screen = drawn(Duration::ZERO);
        assert!(screen.contains("pages read [====") && screen.contains("1/2"), "{screen:?}");
        assert!(screen.trim_end().ends_with("<clear>"), "{screen:?}");
        assert_eq!(drawn(PATIENCE), "");
    }
}
