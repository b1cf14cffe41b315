//! The cores: work on many things at once, results in the order of the things.

use crate::progress::Progress;
use std::cmp::Reverse;
use std::num::NonZeroUsize;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// As much as the main thread has: what a page may hold must not depend on who reads it.
const STACK: usize = 8 << 20;

/// Threads to share work among, and who is told how far it has got.
#[derive(Clone, Copy, Debug)]
pub struct Workers {
    threads: NonZeroUsize,
    progress: Progress,
}

impl Workers {
    /// A number of threads, the caller's included.
    #[must_use]
    pub fn new(threads: NonZeroUsize, progress: Progress) -> Self {
        Self { threads, progress }
    }

    /// As many threads as there are cores.
    #[must_use]
    pub fn all(progress: Progress) -> Self {
        Self::new(thread::available_parallelism().unwrap_or(NonZeroUsize::MIN), progress)
    }

    /// `work` on every item; what comes back is in the order of the items, however many threads there are.
    ///
    /// The heaviest item is begun first, so that no thread is left alone with it at the end.
    pub fn map<'a, T: Sync, R: Send>(
        &self,
        what: &'static str,
        items: &'a [T],
        weight: impl Fn(&T) -> usize,
        work: impl Fn(&'a T) -> R + Sync,
    ) -> Vec<R> {
        let mut order: Vec<(usize, &'a T)> = items.iter().enumerate().collect();
        order.sort_by_cached_key(|(at, item)| (Reverse(weight(item)), *at));
        let phase = self.progress.phase(what, items.len());
        let next = AtomicUsize::new(0);
        let run = || {
            let mut done = Vec::new();
            while let Some((at, item)) = order.get(next.fetch_add(1, Ordering::Relaxed)) {
                done.push((*at, work(item)));
                phase.step();
            }
            done
        };
        let mut done = thread::scope(|scope| {
            let spawn = |_| thread::Builder::new().stack_size(STACK).spawn_scoped(scope, run).ok();
            // Where the system gives no more threads, those that there are do the work.
            let others: Vec<_> = (1..self.threads.get().min(items.len())).map_while(spawn).collect();
            let mut done = run();
            for other in others {
                done.append(&mut other.join().unwrap_or_else(|panic| resume_unwind(panic)));
            }
            done
        });
        done.sort_unstable_by_key(|(at, _)| *at);
        done.into_iter().map(|(_, result)| result).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Workers;
    use crate::progress::Progress;
    use std::collections::HashSet;
    use std::num::NonZeroUsize;
    use std::sync::{Barrier, Mutex};

    fn workers(threads: usize) -> Workers {
        Workers::new(NonZeroUsize::new(threads).unwrap(), Progress::none())
    }

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let items: Vec<usize> = (0..100).collect();
        let doubled: Vec<usize> = items.iter().map(|item| item * 2).collect();
        for threads in [1, 2, 7, 200] {
            let weight = |item: &usize| item * 37 % 100;
            assert_eq!(workers(threads).map("", &items, weight, |item| item * 2), doubled, "{threads} threads");
            assert!(workers(threads).map("", &[], weight, |item: &usize| *item).is_empty());
        }
    }

    #[test]
    fn every_thread_works_and_the_heaviest_item_is_first() {
        let begun = Mutex::new(Vec::new());
        let threads = Mutex::new(HashSet::new());
        let barrier = Barrier::new(3);
        workers(3).map(
            "",
            &[1, 5, 3],
            |item| *item,
            |item| {
                begun.lock().unwrap().push(*item);
                threads.lock().unwrap().insert(std::thread::current().id());
                barrier.wait();
            },
        );
        assert_eq!(threads.lock().unwrap().len(), 3);
        begun.lock().unwrap().clear();
        workers(1).map("", &[1, 5, 3, 5], |item| *item, |item| begun.lock().unwrap().push(*item));
        assert_eq!(*begun.lock().unwrap(), [5, 5, 3, 1]);
    }

    #[test]
    fn a_panic_is_passed_on() {
        let outcome = std::panic::catch_unwind(|| workers(2).map("", &[1, 2], |_| 0, |item| assert_ne!(*item, 2)));
        assert!(outcome.is_err());
    }
}
