//! The largest flow through a network of whole capacities (Dinic 1970).

use std::collections::VecDeque;

#[derive(Clone, Copy)]
struct Edge {
    to: u32,
    room: u128,
}

/// A network; every edge is followed by its reverse.
pub(crate) struct Network {
    edges: Vec<Edge>,
    out: Vec<Vec<u32>>,
    level: Vec<u32>,
    next: Vec<usize>,
}

impl Network {
    pub(crate) fn new(nodes: usize) -> Self {
        Self {
            edges: Vec::new(),
            out: vec![Vec::new(); nodes],
            level: vec![0; nodes],
            next: vec![0; nodes],
        }
    }

    pub(crate) fn edge(&mut self, from: usize, to: usize, room: u128) {
        for (from, to, room) in [(from, to, room), (to, from, 0)] {
            self.out[from].push(self.edges.len() as u32);
            self.edges.push(Edge { to: to as u32, room });
        }
    }

    /// Sends as much as possible from one node to the other.
    pub(crate) fn fill(&mut self, source: usize, sink: usize) -> u128 {
        let mut flow = 0;
        while self.find_levels(source, sink) {
            self.next.fill(0);
            while let Some(sent) = self.send(source, sink) {
                flow += sent;
            }
        }
        flow
    }

    /// After [`Network::fill`]: whether more could still reach the node.
    pub(crate) fn reaches(&self, node: usize) -> bool {
        self.level[node] != u32::MAX
    }

    fn find_levels(&mut self, source: usize, sink: usize) -> bool {
        self.level.fill(u32::MAX);
        self.level[source] = 0;
        let mut queue = VecDeque::from([source]);
        while let Some(node) = queue.pop_front() {
            for &edge in &self.out[node] {
                let Edge { to, room } = self.edges[edge as usize];
                if room > 0 && self.level[to as usize] == u32::MAX {
                    self.level[to as usize] = self.level[node] + 1;
                    queue.push_back(to as usize);
                }
            }
        }
        self.level[sink] != u32::MAX
    }

    /// One more path along rising levels.
    fn send(&mut self, source: usize, sink: usize) -> Option<u128> {
        let mut path: Vec<u32> = Vec::new();
        let mut node = source;
        while node != sink {
            let Some(&edge) = self.out[node].get(self.next[node]) else {
                // A dead end: step back and try the next edge there.
                let edge = path.pop()?;
                node = self.edges[edge as usize ^ 1].to as usize;
                self.next[node] += 1;
                continue;
            };
            let Edge { to, room } = self.edges[edge as usize];
            if room > 0 && self.level[to as usize] == self.level[node] + 1 {
                path.push(edge);
                node = to as usize;
            } else {
                self.next[node] += 1;
            }
        }
        let sent = path.iter().map(|&edge| self.edges[edge as usize].room).min()?;
        for edge in path {
            self.edges[edge as usize].room -= sent;
            self.edges[edge as usize ^ 1].room += sent;
        }
        Some(sent)
    }
}
