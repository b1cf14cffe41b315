//! Checks the inputs of a run on all processors, and passes the results on in the order of the inputs.

use alloc::{collections::VecDeque, vec::Vec};
use std::{
    sync::{
        Mutex, PoisonError,
        mpsc::{self, Receiver, SyncSender},
    },
    thread,
};

use super::{
    checker::{CheckedInput, Checker},
    input::Input,
    run::{CheckedFile, Run},
    unread::Unread,
};

/// The number of inputs that are checked ahead of the input whose result is due. It limits the memory for results.
const AHEAD: usize = 32;

/// The stack size of a thread, in bytes. It is the usual stack size of a main thread.
const STACK: usize = 8 << 20;

/// A function that checks an input with the names of a catalog: see [`Checker::check`]. The compiler translates the rules
/// for a catalog where such a function is defined, so they are not translated again for each caller of
/// [`Run::check_all`].
pub type CheckInput = fn(&mut Checker<'_>, Result<Input, Unread>) -> CheckedInput;

/// An input, and the channel for its result.
type Job = (Result<Input, Unread>, SyncSender<CheckedInput>);

impl Run<'_> {
    /// Checks all inputs, and calls a function for each of them, in the order of the inputs. The function gets `None` for
    /// an input that could not be read, or that contains no policy.
    ///
    /// Each processor checks an input at a time. The results do not depend on the number of processors.
    ///
    /// # Errors
    /// Returns the first error of the function. Then the remaining inputs are not checked.
    pub fn check_all<E>(
        &mut self,
        inputs: Vec<Result<Input, Unread>>,
        check: CheckInput,
        each: impl FnMut(&Self, Option<CheckedFile>) -> Result<(), E>,
    ) -> Result<(), E> {
        let threads = thread::available_parallelism().map_or(1, usize::from).min(inputs.len());
        if threads > 1 { self.on_threads(threads, inputs, check, each) } else { self.on_one(inputs, check, each) }
    }

    fn on_one<E>(
        &mut self,
        inputs: Vec<Result<Input, Unread>>,
        check: CheckInput,
        mut each: impl FnMut(&Self, Option<CheckedFile>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut checker = self.checker();
        for input in inputs {
            let file = self.add(check(&mut checker, input));
            each(self, file)?;
        }
        Ok(())
    }

    fn on_threads<E>(
        &mut self,
        threads: usize,
        inputs: Vec<Result<Input, Unread>>,
        check: CheckInput,
        mut each: impl FnMut(&Self, Option<CheckedFile>) -> Result<(), E>,
    ) -> Result<(), E> {
        let checker = self.checker();
        let (jobs, queue) = mpsc::channel();
        let queue = &Mutex::new(queue);
        // The closure owns `jobs`, so the queue is closed when the closure returns, and the threads end.
        thread::scope(move |scope| {
            let mut started = 0;
            for _ in 0..threads {
                let checker = checker.clone();
                let thread = thread::Builder::new().stack_size(STACK);
                started += usize::from(thread.spawn_scoped(scope, move || work(checker, queue, check)).is_ok());
            }
            if started == 0 {
                // The system refuses new threads.
                return self.on_one(inputs, check, each);
            }
            let mut inputs = inputs.into_iter();
            let mut due = VecDeque::with_capacity(AHEAD);
            loop {
                while due.len() < AHEAD + threads
                    && let Some(input) = inputs.next()
                {
                    let (result, later) = mpsc::sync_channel(1);
                    due.push_back(later);
                    // Sending fails only if all threads have ended, which the result then shows.
                    let _ = jobs.send((input, result));
                }
                let Some(next) = due.pop_front() else { break };
                // A thread that has ended with a panic continues it when the scope ends.
                let Ok(result) = next.recv() else { break };
                let file = self.add(result);
                each(self, file)?;
            }
            Ok(())
        })
    }
}

/// Checks inputs until the queue is closed.
fn work(mut checker: Checker<'_>, queue: &Mutex<Receiver<Job>>, check: CheckInput) {
    loop {
        let job = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((input, result)) = job else { return };
        if result.send(check(&mut checker, input)).is_err() {
            // The caller needs no more results.
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        files::{Project, find},
        testing::FULL,
    };
    use alloc::{borrow::ToOwned as _, format, string::String};
    use std::{fs, path::Path};

    fn with_full(checker: &mut Checker<'_>, input: Result<Input, Unread>) -> CheckedInput {
        checker.check(input, FULL)
    }

    /// A policy with a finding.
    const UNNAMED: &str = r#"{"Version": "2012-10-17", "Statement": {"Sid": "", "Effect": "Deny", "Action": "ses:*",
        "Resource": "*"}}"#;

    /// Writes policies of very different lengths, a directory without a policy, and returns their inputs.
    fn inputs(directory: &Path) -> Vec<Result<Input, Unread>> {
        for number in 0..150 {
            let text = match number % 10 {
                0 => format!("{{\"Effect\": {}", "{}".repeat(number)),
                1 => r#"{"name": "site"}"#.to_owned(),
                2 => format!("[{}]", [UNNAMED; 50].join(",")),
                _ => UNNAMED.to_owned(),
            };
            fs::write(directory.join(format!("{number:03}.json")), text).unwrap();
        }
        let gone = Unread::new("gone", "not found");
        find(&[directory.to_owned(), directory.join("gone.json")]).into_iter().chain([Err(gone)]).collect()
    }

    #[test]
    fn the_number_of_threads_changes_nothing() {
        let directory = tempfile::tempdir().unwrap();
        let inputs = inputs(directory.path());
        let project = Project::default();
        let results = |threads| {
            let mut run = Run::new(&project, None);
            let mut seen = Vec::new();
            let each = |run: &Run<'_>, file: Option<CheckedFile>| {
                let file = file.map(|file| (file.name, file.findings));
                seen.push((file, run.unread().len(), run.policies()));
                Ok::<_, ()>(())
            };
            match threads {
                1 => run.on_one(inputs.clone(), with_full, each).unwrap(),
                _ => run.on_threads(threads, inputs.clone(), with_full, each).unwrap(),
            }
            (seen, run.files(), run.policies(), run.notes(), run.unread().to_vec())
        };
        let expected = results(1);
        assert_eq!((expected.0.len(), expected.1), (152, 135));
        for threads in [2, 3, 16] {
            assert_eq!(results(threads), expected, "{threads}");
        }
    }

    #[test]
    fn an_error_ends_the_run_early() {
        let directory = tempfile::tempdir().unwrap();
        let inputs = inputs(directory.path());
        let project = Project::default();
        let mut run = Run::new(&project, None);
        let mut count = 0;
        let result = run.on_threads(2, inputs, with_full, |_, _| {
            count += 1;
            if count == 3 { Err("closed") } else { Ok(()) }
        });
        assert_eq!((result, count), (Err("closed"), 3));
        let none = run.check_all(Vec::new(), with_full, |_, _| Err(String::new()));
        assert_eq!(none, Ok(()));
    }
}
