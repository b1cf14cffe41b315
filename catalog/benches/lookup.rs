//! Finding an action by its full name, in any case, over all services: against the maps that one would use instead.
//!
//! * `phf::Map` over `UniCase` keys, as its generator lays it out; the bar is half of its time;
//! * `HashMap` over `UniCase` keys.
//!
//! Each run looks up every action three times: as AWS writes it, in lower and in upper case.

use std::{collections::HashMap, hint::black_box, time::Duration};

use catalog::AnyAction;
use criterion::Criterion;
use unicase::UniCase;

mod ratio;

type Key = UniCase<&'static str>;

/// The three forms of every name, out of order so that neither side profits from the order of its table.
fn texts() -> Vec<String> {
    let names = catalog::services().flat_map(catalog::Service::actions).map(|action| action.to_string());
    let mut texts: Vec<_> = names.flat_map(|name| [name.to_lowercase(), name.to_uppercase(), name]).collect();
    texts.sort_by_key(|text| text.bytes().fold(7_u32, |hash, byte| hash.wrapping_mul(31) ^ u32::from(byte)));
    texts
}

fn pairs() -> Vec<(Key, AnyAction)> {
    let actions = catalog::services().flat_map(catalog::Service::actions);
    actions.map(|action| (UniCase::new(&*action.to_string().leak()), action)).collect()
}

/// What `phf_map!` would write, made at run time.
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

    ratio::ratio("lookup, catalog / phf", Some(0.5), || repeat(catalog), || repeat(phf));
    ratio::ratio("lookup, catalog / HashMap", None, || repeat(catalog), || repeat(map));
}

/// The time of many runs.
fn repeat(run: impl Fn() -> usize) -> Duration {
    ratio::time(|| {
        for _ in 0..100 {
            black_box(run());
        }
    })
}

/// Looks every text up, and counts what is found.
fn each<'a>(texts: &'a [String], find: impl Fn(&'a str) -> Option<AnyAction>) -> usize {
    texts.iter().filter(|text| black_box(find(black_box(text))).is_some()).count()
}
