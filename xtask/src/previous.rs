//! Reads the services from the existing generated files that a plan would change.

use crate::check::{GivenIdentifiers, Identifiers};
use crate::emit::{MODULE_LIST, SERVICES};
use crate::model::{Edition, FactEditions, Service};
use crate::printable::printable;
use crate::read_back::{self, ReadBackError};
use crate::write::{FileChange, Plan};
use rayon::prelude::{IntoParallelRefIterator as _, ParallelIterator as _};
use std::collections::{BTreeMap, BTreeSet};

/// The services whose files would change, as read from the existing files.
#[derive(Clone, Debug, Default)]
pub struct Previous {
    /// The services by prefix.
    pub services: BTreeMap<String, PreviousService>,
    /// The files that cannot be read back.
    pub unreadable: Vec<UnreadableFile>,
    /// The services of files that the plan does not change, because their pages could not be read.
    pub kept: Vec<Service>,
    /// The module names of services that have no file yet.
    pub added: BTreeSet<String>,
    /// The module names in the list of modules, or `None` if there is no list.
    pub modules: Option<BTreeSet<String>>,
    /// The edition in the list of modules, which applies to pages without an edition in their service's file.
    pub edition: Option<Edition>,
    /// The months of the facts from the list of modules, even if they equal the edition of the pages.
    pub fact_editions: FactEditions,
}

/// A service as read from its generated file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviousService {
    /// The facts of the service.
    pub service: Service,
    /// The identifiers of the service's names.
    pub identifiers: Identifiers,
    /// The path of the file in messages.
    pub file: String,
}

/// A file that cannot be read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableFile {
    /// The name of the file.
    pub name: String,
    /// The path of the file in messages.
    pub file: String,
    /// The error that occurred while reading the file back.
    pub error: ReadBackError,
}

impl Previous {
    /// Reads the old contents of a plan's files. Services whose files do not change are not read, which saves time.
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

    /// Returns the identifiers in the files, by service prefix.
    #[must_use]
    pub fn given(&self) -> BTreeMap<String, GivenIdentifiers> {
        let given = |(prefix, previous): (&String, &PreviousService)| {
            (prefix.clone(), GivenIdentifiers::new(&previous.service, previous.identifiers.clone()))
        };
        self.services.iter().map(given).collect()
    }
}

/// Returns the existing list of modules, even if it would not change.
fn module_list(plan: &Plan) -> Option<String> {
    let is_list = |change: &&FileChange| change.path.ends_with(MODULE_LIST);
    let text = match (plan.changes.iter().find(is_list), &plan.out) {
        (Some(change), _) => change.old.clone()?,
        (None, Some((out, _))) => std::fs::read(out.join(MODULE_LIST)).ok()?,
        (None, None) => return None,
    };
    Some(String::from_utf8_lossy(&text).into_owned())
}
