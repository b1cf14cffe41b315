//! Shows progress bars for the long stages of a run if standard error is a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressFinish, ProgressStyle};

/// Whether the stages of a run show a progress bar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Progress {
    /// No stage shows a bar. Tools, tests and benchmarks do not read bars.
    #[default]
    Hidden,
    /// Each stage shows a bar on standard error if it is a terminal.
    Shown,
}

impl Progress {
    /// Returns the progress bar of a stage. `what` names the completed `steps`, such as `pages read`.
    ///
    /// The bar is cleared when it is dropped, so that the next stage or message can use its line.
    #[must_use]
    pub fn bar(self, what: &'static str, steps: usize) -> ProgressBar {
        let target = match self {
            Self::Hidden => ProgressDrawTarget::hidden(),
            Self::Shown => ProgressDrawTarget::stderr(),
        };
        let bar = ProgressBar::with_draw_target(Some(steps as u64), target);
        let bar = bar.with_message(what).with_finish(ProgressFinish::AndClear);
        match ProgressStyle::with_template("{msg:>17} [{bar:40}] {pos}/{len}") {
            Ok(style) => bar.with_style(style.progress_chars("=> ")),
            Err(_) => bar,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Progress;
    use indicatif::{ProgressDrawTarget, TermLike};
    use std::io;
    use std::sync::{Arc, Mutex};

    /// A terminal that remembers everything drawn on it.
    #[derive(Clone, Debug, Default)]
    struct Screen(Arc<Mutex<String>>);

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
            self.0.lock().map(|mut screen| screen.push_str(text)).map_err(|_| io::ErrorKind::Other.into())
        }
        fn clear_line(&self) -> io::Result<()> {
            self.write_str("<clear>")
        }
        fn flush(&self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_bar_shows_its_steps_and_is_cleared_when_it_is_dropped() {
        let screen = Screen::default();
        let bar = Progress::Shown.bar("pages read", 2);
        bar.set_draw_target(ProgressDrawTarget::term_like(Box::new(screen.clone())));
        bar.inc(1);
        bar.tick();
        let drawn = screen.0.lock().unwrap().clone();
        assert!(drawn.contains("pages read [====") && drawn.contains("1/2"), "{drawn:?}");
        drop(bar);
        let drawn = screen.0.lock().unwrap().clone();
        assert!(drawn.trim_end().ends_with("<clear>"), "{drawn:?}");
    }

    #[test]
    fn a_hidden_bar_draws_nothing() {
        assert!(Progress::Hidden.bar("pages read", 2).is_hidden());
        assert_eq!(Progress::default(), Progress::Hidden);
    }
}
