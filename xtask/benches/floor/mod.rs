//! Does the minimum work that any generator must do, on one thread or on several. Benchmarks call its time the floor.

use crate::pages::{Pages, bare_pass};
use proc_macro2::TokenStream;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Barrier};
use std::thread;

/// Threads that wait to do the minimum work.
pub(crate) struct Floor {
    starts: Vec<Sender<Round>>,
    end: Receiver<()>,
}

/// A round through all pages and files: the output directory, and the index of the next item.
type Round = Arc<(PathBuf, AtomicUsize)>;

impl Floor {
    /// Starts the threads. Each of them parses the tokens of every file, because tokens cannot be sent between threads.
    pub(crate) fn new(pages: &Arc<Pages>, threads: usize) -> Self {
        let (done, end) = channel();
        let ready = Arc::new(Barrier::new(threads + 1));
        let start = |_| {
            let (start, rounds) = channel::<Round>();
            let (pages, done, ready) = (Arc::clone(pages), done.clone(), Arc::clone(&ready));
            thread::spawn(move || {
                let tokens: Vec<TokenStream> =
                    pages.files.iter().map(|file| file.text.parse().unwrap_or_default()).collect();
                ready.wait();
                for round in rounds {
                    work(&pages, &tokens, &round);
                    let _ = done.send(());
                }
            });
            start
        };
        let starts = (0..threads).map(start).collect();
        ready.wait();
        Self { starts, end }
    }

    /// Does the work once.
    pub(crate) fn run(&self, out: &Path) {
        let round = Arc::new((out.to_owned(), AtomicUsize::new(0)));
        for start in &self.starts {
            let _ = start.send(Arc::clone(&round));
        }
        for _ in &self.starts {
            let _ = self.end.recv();
        }
    }
}

/// Parses pages until none is left. Then prints and writes files until none is left.
fn work(pages: &Pages, tokens: &[TokenStream], round: &Round) {
    let (out, next) = &**round;
    let mut sources: Vec<_> = pages.sources().collect();
    let mut outputs: Vec<_> = pages.files.iter().zip(tokens).collect();
    // Process the largest items first, as the generator does.
    sources.sort_by_key(|source| std::cmp::Reverse(source.text.len()));
    outputs.sort_by_key(|(file, _)| std::cmp::Reverse(file.text.len()));
    loop {
        let at = next.fetch_add(1, Ordering::Relaxed);
        if let Some(source) = sources.get(at) {
            bare_pass(&source.text);
        } else if let Some((file, tokens)) = outputs.get(at - sources.len()) {
            let Ok(syntax) = syn::parse2(TokenStream::clone(tokens)) else { continue };
            let text = prettyplease::unparse(&syntax);
            let path = out.join(&file.path);
            let _ = path.parent().map(std::fs::create_dir_all);
            let _ = std::fs::write(path, text);
        } else {
            return;
        }
    }
}
