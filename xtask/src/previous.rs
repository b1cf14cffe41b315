//! The services as the generated files have them now, as far as a plan would change those files.

use crate::check::{GivenIdentifiers, Identifiers};
use crate::emit::{MODULE_LIST, SERVICES};
use crate::model::{Edition, FactEditions, Service};
use crate::printable::printable;
use crate::read_back::{self, ReadBackError};
use crate::write::{FileChange, Plan};
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};
use std::collections::{BTreeMap, BTreeSet};

/// The services whose files would change, as the files have them.
#[derive(Clone, Debug, Default)]
pub struct Previous {
    /// The services by prefix.
    pub services: BTreeMap<String, PreviousService>,
    /// The files that cannot be read back.
    pub unreadable: Vec<UnreadableFile>,
    /// The services of files that the plan leaves alone because their pages could not be read.
    pub kept: Vec<Service>,
    /// The names of the modules of services that have no file yet.
    pub added: BTreeSet<String>,
    /// The names of the modules that the list of modules has; none if there is no list.
    pub modules: Option<BTreeSet<String>>,
    /// The edition of the pages that state none of their own, as the list of modules has it.
    pub edition: Option<Edition>,
    /// The months of the facts, as the list of modules has them, also where they are those of the pages.
    pub fact_editions: FactEditions,
}

/// A service as its file has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviousService {
    /// The facts.
    pub service: Service,
    /// The identifiers of its names.
    pub identifiers: Identifiers,
    /// The path of its file that messages show.
    pub file: String,
}

/// A file that cannot be read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableFile {
    /// Its name.
    pub name: String,
    /// The path that messages show.
    pub file: String,
    /// The reason.
    pub error: ReadBackError,
}

impl Previous {
    /// Reads the old texts of a plan. A plan without changes takes no time.
    #[must_use]
    pub fn read(plan: &Plan) -> Self {
        let list = module_list(plan);
        let modules = list.as_deref().map(read_back::modules);
        let list = list.unwrap_or_default();
        let edition = read_back::edition(&list);
        let fact_editions = read_back::fact_editions(&list);
        let mut previous = Self { modules, edition, fact_editions, ..Self::default() };
        let is_service = |change: &&FileChange| change.path.parent().is_some_and(|folder| folder.ends_with(SERVICES));
        let old = |change| -> Option<(&FileChange, &Vec<u8>)> {
            let change: &FileChange = change;
            Some((change, change.old.as_ref()?))
        };
        let files: Vec<_> = plan.changes.iter().filter(is_service).filter_map(old).collect();
        let read = |text: &[u8]| read_back::named(&String::from_utf8_lossy(text), edition);
        let services: Vec<_> = files.par_iter().map(|(change, old)| (change, read(old))).collect();
        for (change, result) in services {
            let file = change.shown.clone();
            match result {
                Ok((service, identifiers)) => {
                    let prefix = service.prefix.clone();
                    previous.services.insert(prefix, PreviousService { service, identifiers, file });
                }
                Err(error) => {
                    let name = printable(change.path.file_name().unwrap_or_default()).into_owned();
                    previous.unreadable.push(UnreadableFile { name, file, error });
                }
            }
        }
        let added = plan.changes.iter().filter(is_service).filter(|change| change.old.is_none());
        previous.added = added.filter_map(|change| Some(change.path.file_stem()?.to_str()?.to_owned())).collect();
        previous.kept = plan.kept.iter().filter_map(|text| Some(read(text).ok()?.0)).collect();
        previous
    }

    /// Returns the identifiers that the files give, by service prefix.
    #[must_use]
    pub fn given(&self) -> BTreeMap<String, GivenIdentifiers> {
        let given = |(prefix, previous): (&String, &PreviousService)| {
            (prefix.clone(), GivenIdentifiers::new(&previous.service, previous.identifiers.clone()))
        };
        self.services.iter().map(given).collect()
    }
}

/// Returns the list of modules as it is now, also where it would not change.
fn module_list(plan: &Plan) -> Option<String> {
    let is_list = |change: &&FileChange| change.path.ends_with(MODULE_LIST);
    let text = match (plan.changes.iter().find(is_list), &plan.out) {
        (Some(change), _) => change.old.clone()?,
        (None, Some((out, _))) => std::fs::read(out.join(MODULE_LIST)).ok()?,
        (None, None) => return None,
    };
    Some(String::from_utf8_lossy(&text).into_owned())
}
