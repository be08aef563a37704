//! All bodies in memory, loaded again when the network's data changed.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

use kernel::{BodyId, Instant, id::NETWORK, id::Uuid};
use sea_orm::{ConnectionTrait, FromQueryResult};
use store::{Engine, Store, StoreError, sql};
use texts::Lang;

use crate::{Body, BodyFields, BodyKind, query};

/// The bodies at one moment.
#[derive(Debug, Default)]
pub struct Tree {
    by_id: HashMap<BodyId, Arc<Body>>,
    by_slug: HashMap<String, BodyId>,
    /// Bodies below each body (below none: the tops), by name.
    below: HashMap<Option<BodyId>, Vec<Arc<Body>>>,
}

impl Tree {
    /// The body with the address word.
    pub fn by_slug(&self, slug: &str) -> Option<&Arc<Body>> {
        self.by_slug.get(slug).and_then(|id| self.by_id.get(id))
    }

    /// The body with the id.
    pub fn by_id(&self, id: BodyId) -> Option<&Arc<Body>> {
        self.by_id.get(&id)
    }

    /// The bodies right below one, by name; those at the top for `None`.
    pub fn below(&self, parent: Option<BodyId>) -> &[Arc<Body>] {
        self.below.get(&parent).map_or(&[], Vec::as_slice)
    }

    /// The bodies above one, the nearest first.
    pub fn above(&self, id: BodyId) -> Vec<Arc<Body>> {
        let mut found = Vec::new();
        let mut next = self.by_id(id).and_then(|body| body.fields.parent);
        while let Some(body) = next.and_then(|id| self.by_id(id)) {
            found.push(Arc::clone(body));
            next = body.fields.parent;
        }
        found
    }

    /// Every body with its depth, parents before children, by name.
    pub fn walk(&self) -> Vec<(usize, Arc<Body>)> {
        let mut found = Vec::with_capacity(self.by_id.len());
        let mut open: Vec<(usize, &Arc<Body>)> =
            self.below(None).iter().rev().map(|b| (0, b)).collect();
        while let Some((depth, body)) = open.pop() {
            found.push((depth, Arc::clone(body)));
            open.extend(self.below(Some(body.id)).iter().rev().map(|b| (depth + 1, b)));
        }
        found
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }
}

/// The tree last loaded, with the version of the network it shows.
type Held = Arc<RwLock<Option<(i64, Arc<Tree>)>>>;

/// The registry; cheap to clone.
#[derive(Debug, Clone)]
pub struct Bodies {
    store: Store,
    held: Held,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    parent_id: Option<Uuid>,
    slug: String,
    name: String,
    kind: String,
    ipa_code: String,
    istat_code: String,
    province: String,
    population: Option<i64>,
    primary_color: String,
    logo_type: Option<String>,
    languages: String,
    contact_email: String,
    privacy_url: String,
    accessibility_url: String,
    demo: bool,
    created_at: i64,
}

impl From<Row> for Body {
    fn from(row: Row) -> Self {
        Self {
            id: BodyId(row.id),
            logo_type: row.logo_type,
            created_at: Instant(row.created_at),
            fields: BodyFields {
                parent: row.parent_id.map(BodyId),
                slug: row.slug,
                name: row.name,
                kind: BodyKind::parse(&row.kind).unwrap_or(BodyKind::Other),
                ipa_code: row.ipa_code,
                istat_code: row.istat_code,
                province: row.province,
                population: row.population,
                primary_color: row.primary_color,
                languages: row.languages.split(';').filter_map(Lang::parse).collect(),
                contact_email: row.contact_email,
                privacy_url: row.privacy_url,
                accessibility_url: row.accessibility_url,
                demo: row.demo,
            },
        }
    }
}

impl Bodies {
    /// A registry that loads when first asked.
    pub fn new(store: Store) -> Self {
        Self { store, held: Arc::new(RwLock::new(None)) }
    }

    /// The bodies as of the latest change this process knows of.
    pub async fn tree(&self) -> Result<Arc<Tree>, StoreError> {
        // Asking the database each time would cost PostgreSQL a query for each page; the store's
        // watch tells of changes by other processes.
        let version = match self.store.known_version(NETWORK) {
            Some(version) => version,
            None => self.store.version(NETWORK).await?,
        };
        {
            let held = self.held.read().unwrap_or_else(PoisonError::into_inner);
            if let Some((at, tree)) = held.as_ref()
                && *at >= version
            {
                return Ok(Arc::clone(tree));
            }
        }
        let tree = Arc::new(self.load().await?);
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        // A slower load of an older version must not replace a newer one.
        if held.as_ref().is_none_or(|(at, _)| *at < version) {
            *held = Some((version, Arc::clone(&tree)));
        }
        Ok(tree)
    }

    /// The body with the address word.
    pub async fn by_slug(&self, slug: &str) -> Result<Option<Arc<Body>>, StoreError> {
        Ok(self.tree().await?.by_slug(slug).cloned())
    }

    /// The body with the id.
    pub async fn by_id(&self, id: BodyId) -> Result<Option<Arc<Body>>, StoreError> {
        Ok(self.tree().await?.by_id(id).cloned())
    }

    async fn load(&self) -> Result<Tree, StoreError> {
        let sql = "SELECT id, parent_id, slug, name, kind, ipa_code, istat_code, province, population, primary_color, \
                   logo_type, languages, contact_email, privacy_url, accessibility_url, demo, created_at FROM body";
        let rows: Vec<Row> = query::all(&self.store, sql, []).await?;
        let mut bodies: Vec<Arc<Body>> =
            rows.into_iter().map(|row| Arc::new(Body::from(row))).collect();
        bodies.sort_by_key(|body| (kernel::italian::fold(&body.fields.name), body.id));
        let mut tree = Tree::default();
        for body in bodies {
            tree.by_slug.insert(body.fields.slug.clone(), body.id);
            tree.below.entry(body.fields.parent).or_default().push(Arc::clone(&body));
            tree.by_id.insert(body.id, body);
        }
        Ok(tree)
    }
}

/// The bodies above one, the nearest first, read where the caller reads: inside a transaction too.
pub async fn ids_above(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
) -> Result<Vec<BodyId>, StoreError> {
    // A tree is never so deep: the number ends a walk that a mistake would make endless.
    let text = "WITH RECURSIVE above (id, parent_id, depth) AS ( \
                SELECT id, parent_id, 0 FROM body WHERE id = ? UNION ALL \
                SELECT b.id, b.parent_id, a.depth + 1 FROM body b JOIN above a ON b.id = a.parent_id \
                WHERE a.depth < 20) SELECT id FROM above WHERE depth > 0 ORDER BY depth";
    ids(conn, engine, text, body).await
}

/// The bodies below one, at any depth.
pub async fn ids_below(
    conn: &impl ConnectionTrait,
    engine: Engine,
    body: BodyId,
) -> Result<Vec<BodyId>, StoreError> {
    let text = "WITH RECURSIVE below (id, depth) AS ( \
                SELECT id, 1 FROM body WHERE parent_id = ? UNION ALL \
                SELECT b.id, l.depth + 1 FROM body b JOIN below l ON b.parent_id = l.id \
                WHERE l.depth < 20) SELECT id FROM below ORDER BY depth, id";
    ids(conn, engine, text, body).await
}

async fn ids(
    conn: &impl ConnectionTrait,
    engine: Engine,
    text: &str,
    body: BodyId,
) -> Result<Vec<BodyId>, StoreError> {
    let rows = conn.query_all_raw(sql(engine, text, [body.0.into()])).await?;
    Ok(rows.iter().map(|row| row.try_get_by_index(0).map(BodyId)).collect::<Result<_, _>>()?)
}
