//! Measures the compile time of one more `action!` in a crate, against its time limit and against a handwritten path.
//!
//! Compiles a crate with many names and a crate with twice as many names in turns. The difference is the cost of the
//! names, without the cost of the crate and of loading the macros.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use syn::{Item, Meta};

mod compile;
#[path = "../../catalog/benches/ratio/mod.rs"]
mod ratio;

use compile::{Compiler, Result, folder, root};

/// The number of names in a crate. A second crate has twice as many.
const NAMES: u32 = 1_000;
/// The time limit for one more name.
const BAR: Duration = Duration::from_micros(100);

/// An action in the two forms that a program can use.
struct Written {
    /// The action type of its service.
    service: String,
    /// The literal for the macro.
    full_name: String,
    /// The variant for the path.
    variant: String,
}

/// Returns the actions whose names equal their variants. Nearly all do.
fn actions() -> Result<Vec<Written>> {
    let mut actions = Vec::new();
    let mut paths =
        root().join("catalog/src/services").read_dir()?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    for path in paths {
        let module = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        // The name of a module can have an underscore that the service prefix lacks: after a keyword, or before a
        // digit.
        let prefix = module.trim_matches('_').replace('_', "-");
        let file = syn::parse_file(&std::fs::read_to_string(&path)?)?;
        let enums = file.items.iter().filter_map(|item| if let Item::Enum(item) = item { Some(item) } else { None });
        let variants = enums.filter(|item| item.ident == "Action").flat_map(|item| &item.variants);
        for variant in variants.filter(|variant| !variant.attrs.iter().any(states_name)) {
            let variant = variant.ident.to_string();
            actions.push(Written {
                service: format!("catalog::{module}::Action"),
                full_name: format!("{prefix}:{variant}"),
                variant,
            });
        }
        if !ratio::measuring() && actions.len() > 100 {
            break;
        }
    }
    Ok(actions)
}

/// Returns true if an attribute states a name that differs from the variant.
fn states_name(attribute: &syn::Attribute) -> bool {
    matches!(&attribute.meta, Meta::List(list) if list.tokens.to_string().starts_with("name ="))
}

/// Writes a crate that names actions from the whole catalog.
fn write(name: &str, actions: &[Written], count: usize, value: impl Fn(&Written) -> String) -> Result<PathBuf> {
    let step = (actions.len() / count).max(1);
    let mut text = String::from("#![no_std]\n");
    for (at, action) in actions.iter().step_by(step).take(count).enumerate() {
        writeln!(text, "pub const A{at}: {} = {};", action.service, value(action))?;
    }
    let path = folder("marginal")?.join(format!("{name}.rs"));
    std::fs::write(&path, text)?;
    Ok(path)
}

fn main() -> Result<()> {
    let actions = actions()?;
    let by_macro = |action: &Written| format!("catalog::action!(\"{}\")", action.full_name);
    let by_hand = |action: &Written| format!("{}::{}", action.service, action.variant);
    let count = NAMES as usize;
    let crates = [
        write("macro_some", &actions, count, by_macro)?,
        write("macro_double", &actions, 2 * count, by_macro)?,
        write("hand_some", &actions, count, by_hand)?,
        write("hand_double", &actions, 2 * count, by_hand)?,
    ];
    let compiler = Compiler::new()?;
    let rounds = ratio::rounds(|| {
        let mut costs = [Duration::ZERO; 4];
        for (cost, path) in costs.iter_mut().zip(&crates) {
            *cost = compiler.compile(path, "names", &["catalog"])?.processor;
        }
        Ok(costs)
    });
    let rounds = rounds.into_iter().collect::<Result<Vec<_>>>()?;
    let marginal = |some: usize, double: usize| {
        let least = |side: usize| rounds.iter().filter_map(|costs| costs.get(side)).min().copied().unwrap_or_default();
        least(double).saturating_sub(least(some)) / NAMES
    };
    if ratio::measuring() {
        let (macros, hand) = (marginal(0, 1), marginal(2, 3));
        let of_bar = macros.as_secs_f64() / BAR.as_secs_f64();
        ratio::report("one more action! / bar", of_bar, Some(1.0), &format!("{macros:.1?} of {BAR:.1?}"));
        ratio::compare("one more action! / one more handwritten path", None, macros, hand);
    }
    Ok(())
}
