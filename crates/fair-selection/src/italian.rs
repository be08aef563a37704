//! What is wrong with a file, in Italian for who typed the command: what and how to mend it.

use crate::election::ElectionError;
use crate::pabulib::{self, AmountError};
use crate::preflib;
use crate::report::ReportError;
use crate::result::{Difference, ResultError};

fn amount(error: AmountError) -> &'static str {
    match error {
        AmountError::Empty => "manca: scrivere una cifra",
        AmountError::Negative => "è negativo: scrivere una cifra da zero in su",
        AmountError::NotANumber => "non è un numero: solo cifre, e al più una virgola o un punto",
        AmountError::TooFine => "ha più di due decimali: arrotondare ai centesimi",
        AmountError::TooLarge => "è troppo grande",
    }
}

fn pabulib_problem(problem: &pabulib::Problem) -> String {
    use pabulib::Problem as P;
    match problem {
        P::NotUtf8 => "il testo non è in UTF-8: salvare di nuovo il file in UTF-8".into(),
        P::MissingSection(section) => format!("manca la sezione {section}"),
        P::NotMeta { found } => format!("il file deve cominciare con META, c'è {found:?}"),
        P::MissingMeta(key) => format!("in META manca la riga {key:?}"),
        P::RepeatedMeta { key } => format!("META ripete {key:?}: tenerne una sola"),
        P::VoteType { found } => format!(
            "le schede di tipo {found:?} non sono conosciute: approval, choose-1, cumulative, \
             scoring o ordinal"
        ),
        P::MissingColumn(name) => format!("manca la colonna {name:?}"),
        P::RepeatedColumn { name } => format!("la colonna {name:?} c'è due volte"),
        P::TooManyCells { cells, columns } => {
            format!("{cells} celle per {columns} colonne: mettere tra virgolette i testi con «;»")
        }
        P::EmptyProjectId => "il progetto non ha un codice".into(),
        P::RepeatedProject { id, first_line } => {
            format!("il progetto {id:?} è già alla riga {first_line}")
        }
        P::PointsCount { projects, points } => {
            format!("{projects} progetti ma {points} punteggi: servono tanti punti quanti progetti")
        }
        P::TooManyVoters => "troppe schede per poterle contare".into(),
        P::Amount { text, why, .. } => format!("{text:?} {}", amount(*why)),
    }
}

fn preflib_problem(problem: &preflib::Problem) -> String {
    use preflib::Problem as P;
    match problem {
        P::NotUtf8 => "il testo non è in UTF-8: salvare di nuovo il file in UTF-8".into(),
        P::NoAlternatives => "mancano le righe «# ALTERNATIVE NAME»".into(),
        P::RepeatedAlternative { id } => format!("l'alternativa {id:?} è scritta due volte"),
        P::NotARanking { found } => format!("serve «votanti: ordine», c'è {found:?}"),
        P::NotANumber { found } => format!("{found:?} non è un numero di votanti"),
        P::Braces => "una parentesi graffa manca o è dentro un'altra".into(),
        P::TooMany => "troppe schede per poterle contare".into(),
    }
}

impl ReportError {
    /// One sentence in Italian that says how to mend it.
    pub fn italian(&self) -> String {
        match self {
            Self::Suffix => {
                "il nome del file deve finire in .pb, oppure in .soi, .soc, .toi, .toc".into()
            }
            Self::Pabulib(error) => {
                format!("riga {}: {}", error.line, pabulib_problem(&error.problem))
            }
            Self::Preflib(error) => {
                format!("riga {}: {}", error.line, preflib_problem(&error.problem))
            }
            Self::Election(error) => election(error),
            Self::NoCosts => "questo file ha solo ordini di preferenza, senza costi: usare --rule \
                              borda, copeland, minimax, schulze o ranked-pairs"
                .into(),
        }
    }
}

fn election(error: &ElectionError) -> String {
    use ElectionError as E;
    match error {
        E::EmptyId { row } => format!("progetto {row}: manca il codice"),
        E::DuplicateId { row, first_row, id } => {
            format!("progetto {row}: il codice {id:?} è già del progetto {first_row}")
        }
        E::CostTooLarge { row, .. } => format!("progetto {row}: il costo è troppo grande"),
        E::BudgetTooLarge { .. } => "il budget è troppo grande".into(),
        E::UnknownProject { row, .. } => format!("scheda {row}: nomina un progetto che non c'è"),
        E::NoVoter { row } => format!("scheda {row}: non vale per nessun votante"),
        E::OtherKind { row } => format!("scheda {row}: è di un altro tipo"),
        E::Weights { row } => format!("scheda {row}: i punti o i posti non corrispondono"),
        E::TooManyVoters { row } => format!("scheda {row}: troppi votanti per poterli contare"),
        E::TooManyPoints { row } => format!("progetto {row}: troppi punti per poterli contare"),
        E::TooMany { .. } => "troppi progetti o troppe schede diverse".into(),
        E::UnknownInTieOrder { row, id } => {
            format!("ordine degli spareggi, riga {row}: il progetto {id:?} non c'è")
        }
        E::RepeatedInTieOrder { row, id, .. } => {
            format!("ordine degli spareggi, riga {row}: il progetto {id:?} è ripetuto")
        }
        E::MissingInTieOrder { id } => {
            format!("ordine degli spareggi: manca il progetto {id:?}")
        }
    }
}

impl ResultError {
    /// One sentence in Italian that says how to mend it.
    pub fn italian(&self) -> String {
        match self {
            Self::Json { line, column, text } => format!(
                "riga {line}, colonna {column}: non è un file di risultato leggibile ({text}); \
                 scaricarlo di nuovo"
            ),
            Self::Format { found } => {
                format!("il formato {found:?} non è di questo programma: aggiornare il programma")
            }
            Self::UnknownProject { row, id } => {
                format!("scheda {row}: il progetto {id:?} non è nell'elenco")
            }
            Self::Election(error) => election(error),
            Self::Limits(error) => format!("limiti per gruppo: {error}"),
            Self::Empty => "nel file non c'è un risultato da riscontrare".into(),
        }
    }
}

impl Difference {
    /// One sentence in Italian.
    pub fn italian(&self) -> String {
        let list = |ids: &[String]| {
            if ids.is_empty() { "nessun progetto".to_owned() } else { ids.join(", ") }
        };
        match self {
            Self::Hash { stated, found } => format!(
                "l'impronta del risultato non torna: nel file {stated}, calcolata {found}. Il \
                 risultato scritto nel file è stato cambiato"
            ),
            Self::Fingerprint { stated, counted } => format!(
                "l'impronta di regole e schede non torna: nel file {stated}, calcolata {counted}"
            ),
            Self::Selected { stated, counted } => {
                format!("progetti scelti: nel file {}; ricontando {}", list(stated), list(counted))
            }
            Self::Cost { stated, counted } => {
                format!("spesa in centesimi: nel file {stated}; ricontando {counted}")
            }
            Self::Ties { stated, counted } => {
                format!("parità: nel file {stated}; ricontando {counted}, o altre")
            }
            Self::Explanation { project } => {
                format!("il perché del progetto {project} è diverso ricontando")
            }
            Self::Rest => "qualche numero del risultato è diverso ricontando".into(),
        }
    }
}
