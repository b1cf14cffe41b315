//! A progress bar on standard error, for runs that take long.
//!
//! It consists of a few lines instead of a dependency, because a library for bars takes seconds to compile.

use std::{
    env,
    io::{self, IsTerminal as _, Write},
    time::{Duration, Instant},
};

/// The time after which a run counts as long.
const DELAY: Duration = Duration::from_millis(500);

/// The time between two states of the bar.
const INTERVAL: Duration = Duration::from_millis(100);

/// The number of cells of the bar. The whole line fits into 80 columns, so no terminal wraps it.
const CELLS: usize = 30;

/// A progress bar over the files of a run.
pub(super) struct Progress {
    /// The terminal, or `None` if no bar is shown.
    terminal: Option<Box<dyn Write>>,
    /// Whether the findings are written to the terminal as well.
    shares_terminal: bool,
    total: usize,
    done: usize,
    /// The time from which the next state is drawn.
    next: Instant,
    /// The length of the line on the terminal. It is zero before the bar is drawn.
    drawn: usize,
}

impl Progress {
    /// Creates a bar for a number of files. It appears only if standard error is a terminal.
    pub(super) fn new(total: usize, is_quiet: bool) -> Self {
        let is_dumb = env::var_os("TERM").is_some_and(|terminal| terminal == "dumb");
        let is_shown = !is_quiet && !is_dumb && io::stderr().is_terminal();
        let terminal = is_shown.then(|| Box::new(io::stderr()) as _);
        let mut bar = Self::on(terminal, total, Instant::now() + DELAY);
        bar.shares_terminal = is_shown && io::stdout().is_terminal();
        bar
    }

    fn on(terminal: Option<Box<dyn Write>>, total: usize, next: Instant) -> Self {
        Self { terminal, shares_terminal: false, total, done: 0, next, drawn: 0 }
    }

    /// Returns true if the bar and the findings can be on the same terminal. Then the bar must be removed before the
    /// findings of a file, and the output must be flushed after them.
    pub(super) const fn shares_terminal(&self) -> bool {
        self.shares_terminal
    }

    /// Counts a file, and draws the bar if it is time.
    pub(super) fn advance(&mut self) {
        self.done += 1;
        let now = Instant::now();
        if self.terminal.is_some() && now >= self.next {
            self.next = now + INTERVAL;
            self.draw(&line(self.done, self.total));
        }
    }

    /// Removes the bar, so that something else can be written to the terminal.
    pub(super) fn clear(&mut self) {
        if self.drawn > 0 {
            let blank = " ".repeat(self.drawn);
            self.draw(&blank);
            self.draw("");
            self.drawn = 0;
        }
    }

    /// Replaces the line. A carriage return is enough, because no line is shorter than the one before it.
    fn draw(&mut self, line: &str) {
        let Some(terminal) = &mut self.terminal else { return };
        // Ignore write errors: the bar is not part of the result.
        let _ = write!(terminal, "\r{line}").and_then(|()| terminal.flush());
        self.drawn = self.drawn.max(line.len());
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

/// Returns the line for a number of checked files, such as `checking [####    ]  512 of 1024 files`.
fn line(done: usize, total: usize) -> String {
    let filled = (done.min(total) * CELLS).checked_div(total).unwrap_or(CELLS);
    let digits = total.to_string().len();
    format!("checking [{:CELLS$}] {done:digits$} of {total} files", "#".repeat(filled))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{cell::RefCell, rc::Rc};

    /// A terminal that keeps what is written.
    #[derive(Clone, Default)]
    struct Terminal(Rc<RefCell<Vec<u8>>>);

    impl Write for Terminal {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// Returns what a terminal shows in its only line.
    fn shown(written: &str) -> String {
        let mut line = Vec::new();
        for piece in written.split('\r') {
            line.splice(..piece.len().min(line.len()), piece.bytes());
        }
        String::from_utf8(line).unwrap()
    }

    #[test]
    fn lines_have_one_length() {
        assert_eq!(line(512, 1024), "checking [###############               ]  512 of 1024 files");
        assert!((0..=1024).all(|done| line(done, 1024).len() == line(0, 1024).len()));
        assert!(line(99_999_999, 99_999_999).len() < 80);
        assert!(line(0, 0).ends_with("0 of 0 files"));
    }

    #[test]
    fn a_bar_is_drawn_when_it_is_time_and_removed_completely() {
        let terminal = Terminal::default();
        let written = |terminal: &Terminal| String::from_utf8(terminal.0.borrow().clone()).unwrap();
        let mut bar = Progress::on(Some(Box::new(terminal.clone())), 3, Instant::now());
        bar.advance();
        assert_eq!(shown(&written(&terminal)), line(1, 3));
        // The next state is drawn only after the interval.
        bar.advance();
        assert_eq!(shown(&written(&terminal)), line(1, 3));
        bar.clear();
        assert_eq!(shown(&written(&terminal)).trim(), "");
        assert!(written(&terminal).ends_with('\r'));
        bar.next = Instant::now();
        bar.advance();
        drop(bar);
        assert_eq!(shown(&written(&terminal)).trim(), "");
        // A short run draws nothing.
        let quick = Terminal::default();
        let mut bar = Progress::on(Some(Box::new(quick.clone())), 3, Instant::now() + DELAY);
        bar.advance();
        drop(bar);
        assert_eq!(written(&quick), "");
    }
}
