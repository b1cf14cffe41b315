//! Measures the lookup of an action by its full name, ignoring case, over all services. Compares it with two maps:
//!
//! * a `phf::Map` with `UniCase` keys, in the layout of its generator. The target is half of its time.
//! * a `HashMap` with `UniCase` keys.
//!
//! Each run looks up every action four times: in AWS's spelling, in lower case, in upper case and in mixed case.

use std::{
    collections::HashMap,
    hash::{BuildHasher, BuildHasherDefault, DefaultHasher},
    hint::black_box,
    time::Duration,
};

use catalog::AnyAction;
use criterion::Criterion;
use unicase::UniCase;

mod ratio;

type Key = UniCase<&'static str>;

/// Returns the four spellings of every name, in a fixed random order, so that no map benefits from the order of its
/// table. The strings are then copied in that order, so that the benchmark measures the lookup and not cache misses.
fn texts() -> Vec<String> {
    let names = catalog::services().flat_map(catalog::Service::actions).map(|action| action.to_string());
    let mut texts: Vec<_> =
        names.flat_map(|name| [name.to_lowercase(), name.to_uppercase(), mixed(&name), name]).collect();
    texts.sort_by_cached_key(|text| BuildHasherDefault::<DefaultHasher>::default().hash_one(text));
    texts.iter().map(String::clone).collect()
}

/// Alternates between upper-case and lower-case letters.
fn mixed(name: &str) -> String {
    let turned = |(at, letter): (usize, char)| {
        if at % 2 == 0 { letter.to_ascii_uppercase() } else { letter.to_ascii_lowercase() }
    };
    name.chars().enumerate().map(turned).collect()
}

fn pairs() -> Vec<(Key, AnyAction)> {
    let actions = catalog::services().flat_map(catalog::Service::actions);
    actions.map(|action| (UniCase::new(&*action.to_string().leak()), action)).collect()
}

/// Creates the map that `phf_map!` would write, at run time.
fn phf() -> phf::Map<Key, AnyAction> {
    let pairs = pairs();
    let keys: Vec<Key> = pairs.iter().map(|(key, _)| *key).collect();
    let state = phf_generator::generate_hash(&keys);
    let entries: Vec<_> = state.map.iter().filter_map(|place| pairs.get(*place).copied()).collect();
    phf::Map { key: state.key, disps: state.disps.leak(), entries: entries.leak() }
}

fn main() {
    let texts = texts();
    let phf = phf();
    let map: HashMap<Key, AnyAction> = pairs().into_iter().collect();

    let catalog = || each(&texts, |text| text.parse::<AnyAction>().ok());
    let phf = || each(&texts, |text| phf.get(&UniCase::new(text)).copied());
    let map = || each(&texts, |text| map.get(&UniCase::new(text)).copied());
    assert_eq!(catalog(), texts.len());
    assert_eq!((phf(), map()), (texts.len(), texts.len()));

    let mut criterion = Criterion::default().configure_from_args();
    let mut group = criterion.benchmark_group("lookup");
    group.throughput(criterion::Throughput::Elements(texts.len() as u64));
    group.warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    group.bench_function("catalog", |bencher| bencher.iter(catalog));
    group.bench_function("phf", |bencher| bencher.iter(phf));
    group.bench_function("HashMap", |bencher| bencher.iter(map));
    group.finish();
    criterion.final_summary();

    ratio::ratio("lookup, catalog / phf", Some(0.5), || time(&texts, catalog), || time(&texts, phf));
    ratio::ratio("lookup, catalog / HashMap", None, || time(&texts, catalog), || time(&texts, map));
}

/// Returns the time of one lookup.
fn time(texts: &[String], run: impl Fn() -> usize) -> Duration {
    let all = ratio::time(|| {
        black_box(run());
    });
    all / u32::try_from(texts.len()).unwrap_or(u32::MAX)
}

/// Looks up every name, and returns the number of names that were found.
fn each<'a>(texts: &'a [String], find: impl Fn(&'a str) -> Option<AnyAction>) -> usize {
    texts.iter().filter(|text| black_box(find(black_box(text))).is_some()).count()
}
