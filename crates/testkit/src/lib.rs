//! What tests stand on: a fresh store on each engine, a clock and a source of chance they own.
#![expect(clippy::expect_used, reason = "a test that cannot set up its ground must stop")]

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use kernel::{Clock, Dice, Instant};
use sea_orm::{ConnectionTrait, Database};
use store::{Store, migrate::Migration};

/// The moment tests begin: 23 November 2026, 10:00 in Rome.
pub const START: Instant = Instant(1_795_424_400_000);

/// The role and the password of the program on the test server.
const PROGRAM: &str = "agio_program";

/// A clock that moves only when a test says so.
#[derive(Debug, Clone)]
pub struct TestClock(Arc<AtomicI64>);

impl Default for TestClock {
    fn default() -> Self {
        Self(Arc::new(AtomicI64::new(START.0)))
    }
}

impl TestClock {
    /// Moves the clock forward.
    pub fn advance_seconds(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1000, Ordering::SeqCst);
    }
}

impl Clock for TestClock {
    fn now(&self) -> Instant {
        Instant(self.0.load(Ordering::SeqCst))
    }
}

/// A store with its tables, and the clock behind it.
#[derive(Debug, Clone)]
pub struct Ground {
    /// The store.
    pub store: Store,
    /// Its clock.
    pub clock: TestClock,
    /// `sqlite` or `postgres`, for messages.
    pub engine: &'static str,
    /// Its address, for a second process.
    pub url: String,
}

/// Runs a test on a fresh SQLite store, then on a fresh PostgreSQL database.
///
/// PostgreSQL is the server of `AGIO_TEST_POSTGRES_URL` (`make test` starts one); without it the
/// second half is skipped and a line says so. `migrations` are those of the crates under test;
/// those of the store come first by themselves.
pub async fn on_both_engines<F, Fut>(migrations: &[&[Migration]], test: F)
where
    F: Fn(Ground) -> Fut,
    Fut: Future<Output = ()>,
{
    let all: Vec<Migration> = store::migrate::MIGRATIONS
        .iter()
        .chain(migrations.iter().copied().flatten())
        .copied()
        .collect();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let url = format!("sqlite:{}", folder.path().join("agio.db").display());
    test(ground(&url, "sqlite", &all).await).await;

    #[expect(clippy::disallowed_methods, reason = "the test server is named by the environment")]
    let server = std::env::var("AGIO_TEST_POSTGRES_URL");
    let Ok(server) = server else {
        println!("skipped on PostgreSQL: AGIO_TEST_POSTGRES_URL is not set (make test sets it)");
        return;
    };
    let admin = Database::connect(&server).await.expect("the test server answers");
    let name = format!("agio_{}", Dice::from_system().token().get(..24).unwrap_or_default());
    // The program's role is an ordinary one: row-level security does not bind a superuser.
    let role = format!("CREATE ROLE {PROGRAM} LOGIN PASSWORD '{PROGRAM}'");
    let _ = admin.execute_unprepared(&role).await;
    let create = format!("CREATE DATABASE {name} OWNER {PROGRAM}");
    admin.execute_unprepared(&create).await.expect("a test database");
    let host = server.rsplit_once('@').map_or(server.as_str(), |(_, host)| host);
    let host = host.split('/').next().unwrap_or_default();
    let url = format!("postgres://{PROGRAM}:{PROGRAM}@{host}/{name}");
    let ground = ground(&url, "postgres", &all).await;
    test(ground.clone()).await;
    drop(ground);
    // The cluster is thrown away as a whole, so a database still in use may stay.
    let _ = admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await;
}

async fn ground(url: &str, engine: &'static str, migrations: &[Migration]) -> Ground {
    let clock = TestClock::default();
    let store = Store::connect(url, Arc::new(clock.clone()), Arc::new(Dice::from_seed(2026)))
        .await
        .expect("the store opens");
    store::migrate::up(&store, migrations).await.expect("the tables are made");
    Ground { store, clock, engine, url: url.to_owned() }
}
